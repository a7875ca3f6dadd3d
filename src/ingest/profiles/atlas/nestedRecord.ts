import * as z from 'zod/mini'
import { withTodaysNames } from '../../../incidents/olderRecord.ts'
import { actorSchema, incidentSchema, placeSchema } from '../../../incidents/recordSchema.ts'
import { isRecord } from '../../../incidents/shapeChecks.ts'
import { namesOf } from '../../../tabular/namesOf.ts'
import { checkRecord } from '../../checkRecord.ts'
import type { Path } from '../../problem.ts'
import { rejectionOf } from '../../recordRejection.ts'
import type { FileTable } from '../../readers/fileTable.ts'
import type { RowOutcome } from '../../rowIncident.ts'
import type { ReadingContext, RowReader } from '../profile.ts'
import { rowOfOwn } from './rowOfOwn.ts'

/** Members that are numbers; all others that are no lists are texts. */
const numbers = new Set(['place.lng', 'place.lat', 'original.line'])

/** Members that are lists, in one cell as JSON. */
const lists = new Set([
  'actors',
  'aliases',
  'casualties',
  'claims',
  'disputed',
  'entries.actors',
  'entries.places',
  'original.cells',
  'related',
  'sources',
  'tags',
  'weapons',
])

/** What an export of GeoJSON adds to the members of a record, or to the items of their lists, for people. */
const added: Readonly<Record<string, readonly string[]>> = {
  place: ['within'],
  actors: ['name'],
  casualties: ['by_name'],
  claims: ['by_name'],
}

/**
 * Reads records whose members are columns, named by their paths. What the ids stand for is in each record (`entries`), or
 * in the tables `actors` and `places` of the same file.
 */
export function nestedReader({ columns, others }: ReadingContext): RowReader {
  const shared = namesOf({
    actors: entriesIn('actors', others, actorSchema),
    places: entriesIn('places', others, placeSchema),
  })
  return ([row = []]): RowOutcome => {
    const plain = objectOf(columns, row)
    const entries = isRecord(plain['entries']) ? plain['entries'] : {}
    const { record } = withTodaysNames(recordOf(plain))
    const checked = checkRecord(incidentSchema, record)
    if (!checked.ok) {
      const [first] = checked.problems
      const code = first ? rejectionOf(first, record) : 'invalid-field'
      return { ok: false, code, column: columnAt(columns, first?.path ?? []) }
    }
    const actors = valid(entries['actors'], actorSchema)
    const places = valid(entries['places'], placeSchema)
    const names = actors || places ? namesOf({ actors: actors ?? [], places: places ?? [] }) : shared
    return { ok: true, incident: rowOfOwn(checked.value, names), flags: [] }
  }
}

/** The members of a record alone, without what an export adds. An empty list is an empty cell. */
function recordOf(plain: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const record: Record<string, unknown> = { title: {}, summary: {}, actors: [], sources: [] }
  for (const name of Object.keys(incidentSchema.shape)) {
    const value = plain[name]
    if (value === undefined) continue
    const names = added[name] ?? []
    record[name] = Array.isArray(value) ? value.map((item) => without(item, names)) : without(value, names)
  }
  return record
}

function without(item: unknown, names: readonly string[]): unknown {
  if (!isRecord(item)) return item
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)))
}

/** The object that the cells of a row are the members of; members that no record has are left out. */
function objectOf(columns: readonly string[], row: readonly string[]): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null)
  columns.forEach((path, at) => {
    const cell = row[at] ?? ''
    if (cell === '') return
    const [first = '', second, ...deeper] = path.split('.')
    if (deeper.length > 0) return
    if (second === undefined) object[first] = valueOf(path, cell)
    else {
      const inner = object[first]
      if (inner === undefined) object[first] = { [second]: valueOf(path, cell) }
      else if (isRecord(inner) && second !== '__proto__') inner[second] = valueOf(path, cell)
    }
  })
  return object
}

function valueOf(path: string, cell: string): unknown {
  if (numbers.has(path) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) return Number(cell)
  if (!lists.has(path)) return cell
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}

function valid<T>(value: unknown, schema: z.ZodMiniType<T>): T[] | undefined {
  const checked = checkRecord(z.array(schema), value)
  return checked.ok ? checked.value : undefined
}

/** The entries of a table of the same file; those that are not of their form are left out. */
function entriesIn<T>(name: string, others: ReadingContext['others'], schema: z.ZodMiniType<T>): T[] {
  const table = others.find(({ head }) => head.table === name)?.table
  return table ? [...rowsOf(table)].flatMap((plain) => valid([plain], schema) ?? []) : []
}

function* rowsOf(table: FileTable): Generator<Record<string, unknown>, void> {
  for (const { cells } of table.rows()) yield { aliases: [], ...objectOf(table.columns, cells) }
}

/** Index of the column that holds a member of the record; -1 where there is none. */
function columnAt(columns: readonly string[], [first, second]: Path): number {
  const exact = columns.indexOf(`${first}.${second}`)
  return exact >= 0 ? exact : columns.indexOf(String(first ?? ''))
}
