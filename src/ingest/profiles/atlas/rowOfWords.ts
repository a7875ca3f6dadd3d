import type { IncidentDate, Translated } from '../../../incidents/incident.ts'
import type { LngLat } from '../../../incidents/place.ts'
import { httpUrl } from '../../../incidents/sourceUrl.ts'
import {
  roles,
  type EventType,
  type GeoPrecision,
  type Matter,
  type NamedWeapon,
  type Role,
  type Status,
  type SubEventType,
} from '../../../incidents/vocabulary.ts'
import type { FlagCode } from '../../../query/importReport.ts'
import type { RowActor, RowCasualties, RowOutcome, RowPlace, RowSource } from '../../rowIncident.ts'
import type { ReadingContext } from '../profile.ts'

/** What the columns of plain values say; absent where they are empty or hold a word of no vocabulary. */
export interface PlainParts {
  id: string
  title: Translated
  summary: Translated
  date: IncidentDate
  position: LngLat | undefined
  precision: GeoPrecision | undefined
  type: EventType | undefined
  subtype: SubEventType | undefined
  weapons: NamedWeapon[]
  status: Status | undefined
  disputed: Matter[]
  related: string[]
  tags: string[]
}

/**
 * A row as its words say it: filled in by people, or changed by them. Claims and figures for single groups, which only
 * `details` has in full, stay in the original row.
 * @param cell text of a column; '' where there is none
 * @param casualties those of `details`, where they are what the cells say; else they are read from the number columns
 */
export function rowOfWords(
  parts: PlainParts,
  cell: (column: string) => string,
  { lang, claimant }: ReadingContext,
  casualties?: RowCasualties[],
): RowOutcome {
  const { id, title, summary, date, type, subtype, weapons, status } = parts
  const flags: FlagCode[] = []
  const incident = {
    id: id || undefined,
    title: isEmpty(title) ? undefined : title,
    summary: isEmpty(summary) ? undefined : summary,
    date,
    place: placeOf(parts, cell),
    type,
    subtype,
    weapons: weapons.length > 0 ? weapons : undefined,
    actors: linesOf(cell('actors')).map((line) => actorOf(line, lang)),
    casualties: casualties ?? casualtiesOf(cell, claimant, flags),
    sources: linesOf(cell('sources')).map(sourceOf),
    // A disputed incident needs the matters in dispute and claims, which words do not carry.
    status: status === 'disputed' ? undefined : status,
    tags: [...new Set([...parts.tags, ...unknownCodes(parts, cell)])],
  }
  return { ok: true, incident, flags }
}

function isEmpty(text: Translated): boolean {
  return Object.keys(text).length === 0
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
}

function placeOf({ position, precision }: PlainParts, cell: (column: string) => string): RowPlace {
  const [country, region, place] = ['country', 'region', 'place'].map((name) => cell(name).trim())
  return {
    country: country || undefined,
    region: region || undefined,
    // `place` is the nearest place, which may be the region or the country itself.
    locality: place === region || place === country ? undefined : place || undefined,
    position,
    precision: precision === 'not-stated' ? undefined : precision,
  }
}

/** Words that stand where a code is expected: they are kept as tags. */
function unknownCodes({ type, subtype }: PlainParts, cell: (column: string) => string): string[] {
  const words = [
    type === undefined ? cell('event_type') : '',
    subtype === undefined ? cell('sub_event_type') : '',
  ]
  return words.map((word) => word.trim()).filter(Boolean)
}

/** `Name (role)`; a party where no role stands behind the name. */
function actorOf(line: string, lang: ReadingContext['lang']): RowActor {
  const [, name, word] = /^(.*\S)\s*\(([a-z]+)\)$/.exec(line) ?? []
  const role: Role | undefined = roles.find((each) => each === word)
  return role && name ? { name: { [lang]: name }, role } : { name: { [lang]: line }, role: 'party' }
}

/** `Publisher URL`, either of which may be missing. */
function sourceOf(line: string): RowSource {
  const last = /\S+$/.exec(line)?.[0] ?? ''
  return httpUrl(last) ? { publisher: line.slice(0, -last.length).trim(), url: last } : { publisher: line }
}

/** The figures of the number columns, for all people; dead and wounded together where one claimant gives both. */
function casualtiesOf(
  cell: (column: string) => string,
  claimant: string,
  flags: FlagCode[],
): RowCasualties[] {
  const figures = (['killed', 'wounded'] as const).flatMap((which) => {
    const count = countOf(cell(`${which}_min`).trim(), cell(`${which}_max`).trim())
    if (count === 'unreadable') flags.push('unreadable-count')
    if (count === undefined || count === 'unreadable') return []
    const by = cell(`${which}_by`).trim() || claimant
    return [{ by, group: 'all', [which]: count }]
  })
  const [killed, wounded] = figures
  return killed && wounded && killed.by === wounded.by ? [{ ...killed, ...wounded }] : figures
}

function countOf(least: string, most: string): { min?: number; max?: number } | undefined | 'unreadable' {
  if (least === '' && most === '') return undefined
  if (![least, most].every((text) => /^\d{0,9}$/.test(text))) return 'unreadable'
  const range = { ...(least && { min: Number(least) }), ...(most && { max: Number(most) }) }
  return range.min !== undefined && range.max !== undefined && range.min > range.max ? 'unreadable' : range
}
