import { isDeepStrictEqual } from 'node:util'
import type { DatasetAbout } from '../../incidents/incident.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { foldedName, foldedNames, foldedPublisherNames } from '../entryNames.ts'
import { readLoadLog, versionName } from '../loads.ts'
import { sql } from '../sql.ts'
import { entryKinds, wholeTable, type EntryKind } from '../tables.ts'
import type { GrowingDictionaries, Entry } from './growingDictionaries.ts'
import type { Changes } from './changes.ts'
import type { LoadLock } from './loadLock.ts'
import { LoadProblem } from './loadProblem.ts'
import type { LoadOutcome } from './loadOutcome.ts'
import { logBegin, writeLog, type OpenLoad } from './loadSteps.ts'
import type { RowSet } from './rowSet.ts'
import { repeatedRows } from './repeatedRows.ts'
import { RowBinary } from './rowBinary.ts'
import { rowTables } from './rowTables.ts'

/** A load whose rows are all written. */
export interface LoadToPublish {
  connection: Connection
  load: OpenLoad
  lock: LoadLock
  about: DatasetAbout
  dictionaries: GrowingDictionaries
  changes: Changes
}

/** Writes hidden rows and entries, checks that all is there, and makes the version visible; drops a load without changes. */
export async function publishLoad(loaded: LoadToPublish): Promise<LoadOutcome> {
  const { connection, load, changes, about } = loaded
  const { sameIds } = changes
  const repeated = await repeatedRows(connection, load.number, changes.written, sameIds)
  sameIds.check()
  for (const row of repeated) changes.hidden.add(row)
  const before = (await readLoadLog(connection)).versions.at(-1)
  const counts = {
    added: changes.written - changes.replaced - repeated.length,
    replaced: changes.replaced,
    unchanged: changes.unchanged,
    withdrawn: changes.withdrawn,
    notThere: changes.notThere,
    withheld: changes.withheld,
    unlike: sameIds.unlike,
    repeated: repeated.length,
  }
  const isChanged =
    !before ||
    changes.written > 0 ||
    changes.hidden.size > 0 ||
    entryKinds.some((kind) => loaded.dictionaries[kind].changed.size > 0) ||
    !isDeepStrictEqual(before.about, about)
  if (!isChanged) {
    if (load.isLogged)
      await writeLog(connection, load, { state: 'discarded', rows: 0, version: '', about: '{}' })
    return { version: before.version, isChanged, about, ...counts }
  }
  await logBegin(connection, load)
  await writeHidden(connection, load, changes.hidden)
  for (const kind of entryKinds) await writeEntries(loaded, kind)
  await verify(loaded)
  loaded.lock.check()
  if ((await readLoadLog(connection)).unfinished?.load !== load.number)
    throw new LoadProblem('another load has dropped this one: load again')
  const version = versionName(load.number, load.fingerprint, load.versionBefore)
  await writeLog(connection, load, {
    state: 'published',
    rows: changes.records,
    version,
    about: JSON.stringify(about),
  })
  return { version, isChanged, about, ...counts }
}

async function writeHidden(connection: Connection, load: OpenLoad, hidden: RowSet): Promise<void> {
  if (hidden.size === 0) return
  const table = wholeTable(connection.base, 'hidden')
  const there = await connection.rows<[row: number]>(
    sql`SELECT row FROM ${table} WHERE load = ${load.number}`,
  )
  const known = new Set(there.map(([row]) => row))
  const rows = new RowBinary()
  for (const row of hidden) {
    if (known.has(row)) continue
    rows.uint64(row)
    rows.uint32(load.number)
    rows.endRow()
  }
  if (rows.rows > 0) await connection.insert(table, rows.taken())
}

async function writeEntries(
  { connection, load, dictionaries }: LoadToPublish,
  kind: EntryKind,
): Promise<void> {
  const { changed, entries } = dictionaries[kind]
  if (changed.size === 0) return
  const table = wholeTable(connection.base, 'entries')
  const code = entryKinds.indexOf(kind)
  const there = await connection.rows<[entry: number]>(
    sql`SELECT entry FROM ${table} WHERE kind = ${code} AND load = ${load.number}`,
  )
  const known = new Set(there.map(([entry]) => entry))
  const rows = new RowBinary()
  for (const index of changed) {
    const entry = entries[index]
    if (entry === undefined || known.has(index)) continue
    rows.uint8(code)
    rows.uint32(index)
    rows.uint32(load.number)
    rows.text(entry.id)
    rows.texts(namesOf(entry))
    rows.text(JSON.stringify(entry))
    rows.endRow()
  }
  if (rows.rows > 0) await connection.insert(table, rows.taken())
}

/** `entries.names` of an entry. */
function namesOf(entry: Entry): string[] {
  if (!('name' in entry)) return foldedName(entry.id)
  return 'aliases' in entry ? foldedNames(entry) : foldedPublisherNames(entry)
}

/** @throws SourceError `incomplete` where a table has not exactly the rows that the load has */
async function verify({ connection, load, changes, dictionaries }: LoadToPublish): Promise<void> {
  const expected = [
    ...rowTables.map((table) => [table, changes.written] as const),
    ['hidden', changes.hidden.size] as const,
    ['entries', entryKinds.reduce((sum, kind) => sum + dictionaries[kind].changed.size, 0)] as const,
  ]
  for (const [table, rows] of expected) {
    const [found] = await connection.rows<[number]>(
      sql`SELECT count() FROM ${wholeTable(connection.base, table)} WHERE load = ${load.number}`,
    )
    if (found?.[0] !== rows)
      throw new SourceError(
        'incomplete',
        `${table} has ${found?.[0] ?? 0} rows of this load, not ${rows}: load again`,
      )
  }
}
