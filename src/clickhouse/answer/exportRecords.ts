import { exportChunks } from '../../export/exportChunks.ts'
import { writerOf } from '../../export/writerOf.ts'
import type { Dictionaries } from '../../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../../incidents/incident.ts'
import type { Abortable, ExportChunk, ExportRequest } from '../../query/incidentSource.ts'
import { sql, type Sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { dayBetween } from './dayRange.ts'
import type { BaseDictionaries } from './dictionary.ts'
import type { Groups } from './groups.ts'
import { entriesWithin, mentionRecord, noMentions } from './mentions.ts'
import { readRecords } from './records.ts'
import type { Snapshot } from './snapshot.ts'

/** Row numbers that are read at once. */
const ROWS_AT_ONCE = 20_000

/** Records that are read and written at once. */
const GROUP = 500

/** What an export is made of. */
export interface ExportParts {
  snapshot: Snapshot
  dictionaries: BaseDictionaries
  about: DatasetAbout
  /** Condition: the row is of the version and passes the filters. */
  passes: Sql
  /** The counts of these rows by day. */
  days: Groups
}

/**
 * A file with the records that pass, oldest first. Memory does not grow with their number: records are read a few hundred
 * at a time, and of the dictionaries only what they name; but a file of full records holds the dictionaries, which are
 * then read whole.
 */
export async function* exportRecords(
  parts: ExportParts,
  { format, notes = [] }: Omit<ExportRequest, 'filters'>,
  options: Abortable = {},
): AsyncGenerator<ExportChunk, void> {
  const { dictionaries, about, days } = parts
  const write = await writerOf(format)
  const isWhole = format === 'json'
  const known: Dictionaries = {
    actors: isWhole ? await dictionaries.whole('actors', options) : [],
    places: isWhole ? await dictionaries.whole('places', options) : [],
    publishers: [],
    tags: [],
  }
  const groups = recordGroups(parts, isWhole ? null : known, options)
  yield* exportChunks(write, groups, days.total, { dictionaries: known, about, notes })
}

/**
 * Each group is read while the one before is being written.
 * @param growing gets the entries that the records of a group name, before the group is given; null: none are wanted
 */
async function* recordGroups(
  parts: ExportParts,
  growing: Dictionaries | null,
  options: Abortable,
): AsyncGenerator<Incident[], void> {
  const taken = { actors: new Set<number>(), places: new Set<number>() }
  let next: Promise<Incident[]> | undefined
  const given = async (records: Promise<Incident[]>) => {
    const read = await records
    options.signal?.throwIfAborted()
    if (growing) await addEntries(growing, taken, parts.dictionaries, read, options)
    return read
  }
  for await (const rows of rowGroups(parts, options))
    for (let start = 0; start < rows.length; start += GROUP) {
      const reading = readRecords(parts.snapshot, rows.slice(start, start + GROUP), options)
      // It may fail while the group before is being written: that is told when it is its turn.
      reading.catch(() => {})
      if (next) yield given(next)
      next = reading
    }
  if (next) yield given(next)
}

/** Row numbers in time order. */
async function* rowGroups(
  { snapshot: { connection }, passes, days }: ExportParts,
  { signal }: Abortable,
): AsyncGenerator<number[], void> {
  for (const [first, last] of dayRuns(days)) {
    let after = sql`1`
    for (;;) {
      const rows = await connection.rows<[day: number, row: number]>(
        sql`SELECT day, row FROM ${wholeTable(connection.base, 'incidents')}
          WHERE ${passes} AND ${dayBetween(first, last)} AND ${after} ORDER BY day, row LIMIT ${ROWS_AT_ONCE}`,
        { signal },
      )
      yield rows.map(([, row]) => row)
      const end = rows.at(-1)
      if (!end || rows.length < ROWS_AT_ONCE) break
      const [day, row] = end
      after = sql`(day > ${day} OR (day = ${day} AND row > ${row}))`
    }
  }
}

/** The days from the first to the last, in runs with about as many rows as are read at once. */
function dayRuns({ values, counts }: Groups): [first: number, last: number][] {
  const runs: [first: number, last: number][] = []
  let rows = Infinity
  for (const [at, day] of values.entries()) {
    const count = counts[at] ?? 0
    const run = runs.at(-1)
    if (run && rows + count <= ROWS_AT_ONCE) {
      run[1] = day
      rows += count
    } else {
      runs.push([day, day])
      rows = count
    }
  }
  return runs
}

/** Adds what the records name to the ends of the lists. */
async function addEntries(
  growing: Pick<Dictionaries, 'actors' | 'places'>,
  taken: { actors: Set<number>; places: Set<number> },
  dictionaries: BaseDictionaries,
  records: readonly Incident[],
  options: Abortable,
): Promise<void> {
  const mentions = noMentions()
  for (const record of records) mentionRecord(mentions, record)
  const [actors, places] = await Promise.all([
    entriesWithin(dictionaries, 'actors', [], mentions.ids.actors, options),
    entriesWithin(dictionaries, 'places', [], mentions.ids.places, options),
  ])
  for (const [index, actor] of actors)
    if (!taken.actors.has(index)) {
      taken.actors.add(index)
      growing.actors.push(actor)
    }
  for (const [index, place] of places)
    if (!taken.places.has(index)) {
      taken.places.add(index)
      growing.places.push(place)
    }
}
