import { del, entries, set, type UseStore } from 'idb-keyval'
import type { ImportChoices } from '../query/importReport.ts'
import { mayHaveKept, noteKept } from './keptFlag.ts'

/** Files that the user asked to keep for the next visit, in the browser's database. */
export interface KeptFiles {
  files: readonly File[]
  choices: ImportChoices
  /** YYYY-MM-DD. */
  day: string
}

/** A lot of kept files with its key. */
export type KeptEntry = KeptFiles & { key: string }

const DATABASE = 'incident-atlas'
const STORE = 'kept-files'

/** Keeps files; those of the same names are replaced. Rejects where the browser does not allow it. */
export async function keepFiles(kept: KeptFiles): Promise<void> {
  await set(keyOf(kept.files), kept, inDatabase)
  noteKept(true)
}

/** What is kept, newest first. Rejects where the browser does not allow it. */
export async function keptFiles(): Promise<KeptEntry[]> {
  // Opening the database would make it.
  if (!mayHaveKept()) return []
  const found = await entries<string, KeptFiles>(inDatabase)
  return found.map(([key, kept]) => ({ key, ...kept })).toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

/** Removes a lot of files, and with the last one the database. */
export async function removeKept(key: string): Promise<void> {
  await del(key, inDatabase)
  if ((await entries(inDatabase)).length > 0) return
  await settled(indexedDB.deleteDatabase(DATABASE))
  noteKept(false)
}

/** Key of files: their names. */
function keyOf(files: readonly File[]): string {
  return files.map(({ name }) => name).join('\n')
}

/** Closes the database after each use, so that it can be deleted. */
const inDatabase: UseStore = async (mode, callback) => {
  const request = indexedDB.open(DATABASE)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
  const database = await settled(request)
  try {
    return await callback(database.transaction(STORE, mode).objectStore(STORE))
  } finally {
    database.close()
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the database failed')))
  })
}
