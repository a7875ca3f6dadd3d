import { clear, createStore, entries, del, set } from 'idb-keyval'
import type { ImportChoices } from '../query/importReport.ts'
import { noteKept } from './keptFlag.ts'

/** Files that the user asked to keep for the next visit, in the browser's database. */
export interface KeptFiles {
  files: readonly File[]
  choices: ImportChoices
  /** YYYY-MM-DD. */
  day: string
}

/** A lot of kept files with its key. */
export type KeptEntry = KeptFiles & { key: string }

const database = () => createStore('incident-atlas', 'kept-files')

/** Keeps files; those of the same names are replaced. Rejects where the browser does not allow it. */
export async function keepFiles(kept: KeptFiles): Promise<void> {
  await set(keyOf(kept.files), kept, database())
  noteKept(true)
}

/** What is kept, newest first. Rejects where the browser does not allow it. */
export async function keptFiles(): Promise<KeptEntry[]> {
  const found = await entries<string, KeptFiles>(database())
  return found.map(([key, kept]) => ({ key, ...kept })).toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

/** Removes a lot of files; what is left of the database is removed with the last one. */
export async function removeKept(key: string): Promise<void> {
  const store = database()
  await del(key, store)
  if ((await entries(store)).length > 0) return
  await clear(store)
  noteKept(false)
}

/** Key of files: their names. */
export function keyOf(files: readonly File[]): string {
  return files.map(({ name }) => name).join('\n')
}
