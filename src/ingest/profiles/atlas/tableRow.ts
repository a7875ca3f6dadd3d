import { parseDay } from '../../../incidents/day.ts'
import type { Incident, IncidentDate, Translated } from '../../../incidents/incident.ts'
import type { LngLat } from '../../../incidents/place.ts'
import { incidentSchema } from '../../../incidents/recordSchema.ts'
import { unnamedPlace } from '../../../incidents/unnamedPlace.ts'
import {
  eventTypes,
  geoPrecisions,
  languages,
  matters,
  namedWeapons,
  NOT_STATED,
  statuses,
  subEventTypes,
  timePrecisions,
} from '../../../incidents/vocabulary.ts'
import { holdsText } from '../../../tabular/longCells.ts'
import { namesOf } from '../../../tabular/namesOf.ts'
import { recordDetailsSchema, type RecordDetails } from '../../../tabular/recordDetails.ts'
import { tableColumns, type TableColumn } from '../../../tabular/tableColumns.ts'
import { unguardFormula } from '../../../tabular/formulaGuard.ts'
import { checkRecord } from '../../checkRecord.ts'
import { readDay, type ReadDay } from '../../fields/dayField.ts'
import type { Reading } from '../../reading.ts'
import type { RowCasualties, RowIncident, RowOutcome } from '../../rowIncident.ts'
import type { ReadingContext, RowReader } from '../profile.ts'
import { rowOfOwn } from './rowOfOwn.ts'
import { rowOfWords, type PlainParts } from './rowOfWords.ts'

/** The cells of a row by the names of the columns; '' where there is none. */
export type Cell = (column: string) => string

/** Columns whose words must say the same as `details`; where one does not, somebody has changed it, and it counts. */
const wordColumns = tableColumns.filter(({ name }) =>
  /^(place|region|country|actors|casualties|claims|sources|(killed|wounded)_.*)$/.test(name),
)

/** Reads rows of the table form: with `details` as whole records, without as what their words say. */
export function tableRowReader(context: ReadingContext): RowReader {
  const { columns, dayOrder } = context
  const indices = new Map(columns.map((name, at) => [name, at]))
  const at = (name: string) => indices.get(name) ?? -1
  return ([row = []]): RowOutcome => {
    const raw: Cell = (name) => row[at(name)] ?? ''
    const { details, guarded } = readDetails(
      ['', '_2', '_3', '_4'].map((end) => raw(`details${end}`)).join(''),
    )
    const cell: Cell = guarded ? (name) => unguardFormula(raw(name)) : raw
    const date = readDate(cell, dayOrder)
    if (date.kind === 'missing') return { ok: false, code: 'no-date', column: at('date_start') }
    if (date.kind === 'invalid') return { ok: false, code: date.code, column: at(date.column) }
    const position = readPosition(cell('latitude'), cell('longitude'))
    if (position.kind === 'invalid') return { ok: false, code: position.code, column: at('latitude') }
    const parts = plainParts(cell, date.value, position.kind === 'value' ? position.value : undefined)
    const own = details && ownRecord(parts, details, cell)
    if (own?.whole) return { ok: true, incident: own.whole, flags: [] }
    return rowOfWords(parts, cell, context, own?.casualties)
  }
}

function readDetails(text: string): { details: RecordDetails | undefined; guarded: boolean } {
  try {
    const { guarded, ...plain } = JSON.parse(text) as { guarded?: unknown }
    const checked = checkRecord(recordDetailsSchema, plain)
    return { details: checked.ok ? checked.value : undefined, guarded: guarded === true }
  } catch {
    return { details: undefined, guarded: false }
  }
}

type DateReading =
  | Exclude<Reading<IncidentDate>, { kind: 'invalid' }>
  | (Extract<Reading<IncidentDate>, { kind: 'invalid' }> & { column: string })

function readDate(cell: Cell, dayOrder: ReadingContext['dayOrder']): DateReading {
  const first = dayOf(cell('date_start'), dayOrder)
  if (first.kind === 'missing') return first
  if (first.kind === 'invalid') return { ...first, column: 'date_start' }
  const last = dayOf(cell('date_end'), dayOrder)
  if (last.kind === 'invalid') return { ...last, column: 'date_end' }
  const { start } = first.value
  const end = last.kind === 'value' ? (last.value.end ?? last.value.start) : first.value.end
  if (end !== undefined && end < start)
    return { kind: 'invalid', code: 'end-before-start', column: 'date_end' }
  const time = /^([01]\d|2[0-3]):[0-5]\d/.exec(cell('time'))?.[0] ?? first.value.time
  return {
    kind: 'value',
    value: {
      start,
      ...(end === undefined || end === start ? {} : { end }),
      precision: wordOf(timePrecisions, cell('time_precision')) ?? first.value.precision,
      ...(time === undefined ? {} : { time }),
    },
  }
}

/** A day as this program writes it, of any year; else in any form that people write. */
function dayOf(text: string, dayOrder: ReadingContext['dayOrder']): Reading<ReadDay> {
  return parseDay(text) === undefined
    ? readDay(text, dayOrder)
    : { kind: 'value', value: { start: text, precision: 'day' } }
}

const decimal = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i

function readPosition(latitude: string, longitude: string): Reading<LngLat> {
  const [lat, lng] = [latitude.trim(), longitude.trim()]
  if (lat === '' && lng === '') return { kind: 'missing' }
  if (lat === '' || lng === '') return { kind: 'invalid', code: 'half-position' }
  if (!decimal.test(lat) || !decimal.test(lng)) return { kind: 'invalid', code: 'unreadable-position' }
  const position: LngLat = [Number(lng), Number(lat)]
  const isOnEarth = Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90
  return isOnEarth ? { kind: 'value', value: position } : { kind: 'invalid', code: 'position-out-of-range' }
}

function plainParts(cell: Cell, date: IncidentDate, position: LngLat | undefined): PlainParts {
  const list = (name: string) => splitItems(cell(name), /;/)
  return {
    id: cell('id').trim(),
    title: translated(cell, 'title'),
    summary: translated(cell, 'summary'),
    date,
    position,
    precision: wordOf(geoPrecisions, cell('geo_precision')),
    type: wordOf(eventTypes, cell('event_type')),
    subtype: wordOf(subEventTypes, cell('sub_event_type')),
    weapons: list('weapons').flatMap((word) => wordOf(namedWeapons, word) ?? []),
    status: wordOf(statuses, cell('status')),
    disputed: list('disputed').flatMap((word) => wordOf(matters, word) ?? []),
    related: list('related'),
    tags: list('tags'),
  }
}

/** The parts of a cell, trimmed; empty ones are left out. */
export function splitItems(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((item) => item.trim())
    .filter(Boolean)
}

/** The word of a vocabulary that a cell holds, whatever its case and with blanks for hyphens. */
function wordOf<T extends string>(words: readonly T[], text: string): T | undefined {
  const folded = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_/-]+/g, '-')
  return words.find((word) => word === folded)
}

function translated(cell: Cell, name: string): Translated {
  const texts: Translated = {}
  for (const language of languages) {
    const text = cell(`${name}_${language}`)
    if (text.trim() !== '') texts[language] = text
  }
  return texts
}

/** Columns of `wordColumns` that say who died and was wounded. */
const casualtyColumns = wordColumns.filter(({ name }) => /^(casualties|(killed|wounded)_.*)$/.test(name))

/**
 * The whole record, where `details` is what the other cells say; else its casualties, where it is still what the cells
 * about these say.
 */
function ownRecord(
  parts: PlainParts,
  details: RecordDetails,
  cell: Cell,
): { whole?: RowIncident; casualties?: RowCasualties[] | undefined } {
  const { position, precision, type, subtype, weapons, status, disputed, related, tags, ...plain } = parts
  const [lng, lat] = position ?? [details.place.lng, details.place.lat]
  const { entries, casualties, claims } = details
  const ownTags = details.tags?.join('; ') === cell('tags') ? details.tags : tags
  const checked = checkRecord(incidentSchema, {
    ...plain,
    place: { id: details.place.id, lng, lat, precision: precision ?? NOT_STATED },
    type: type ?? NOT_STATED,
    subtype: subtype ?? NOT_STATED,
    actors: details.actors,
    sources: details.sources,
    status: status ?? 'reported',
    ...present({ weapons, disputed, related, tags: ownTags, casualties, claims }),
  })
  if (!checked.ok) return {}
  const withAliases = <T extends object>(list: readonly T[]) => list.map((each) => ({ ...each, aliases: [] }))
  // `details` has no entry for the place of records that name none, which has no name in any data set.
  const places = details.place.id === unnamedPlace.id ? [unnamedPlace] : withAliases(entries.places)
  const names = namesOf({ actors: withAliases(entries.actors), places })
  const isUnchanged = ({ name, kind, valueOf }: TableColumn) =>
    saysSame(cell(name), valueOf(checked.value, { names }) ?? '', kind === 'count')
  if (wordColumns.every(isUnchanged)) return { whole: rowOfOwn(checked.value, names) }
  if (!casualtyColumns.every(isUnchanged)) return {}
  return {
    casualties: checked.value.casualties?.map(({ by, ...rest }) => ({
      ...rest,
      by: typeof by === 'string' ? names.speaker(by) : by,
    })),
  }
}

function present(lists: Readonly<Record<string, readonly unknown[] | undefined>>): Partial<Incident> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined && list.length > 0))
}

function saysSame(cell: string, value: string | number, isNumber: boolean): boolean {
  return isNumber && value !== ''
    ? cell.trim() !== '' && Number(cell) === value
    : holdsText(cell, String(value))
}
