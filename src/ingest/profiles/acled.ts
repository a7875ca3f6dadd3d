import type { GeoPrecision, TimePrecision } from '../../incidents/vocabulary.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { RowActor, RowCasualties, RowIncident, RowOutcome } from '../rowIncident.ts'
import { acledCodes, acledKind, isAcledType } from './acledVocabulary.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { dayReader, positionOf, requiredDay, withPrecision } from './rowParts.ts'
import { remembered } from './remembered.ts'
import { listOf, tagsOf, textIn, titleOfWords } from './rowTexts.ts'

/*
 * ACLED's exports, by the ACLED Codebook (2024): the 31 columns of today, those before 2023, names in capitals, the
 * monadic form with one row for each actor, and the few columns that people cut out of them. Columns are known by name.
 */

const signature = ['event_id_cnty', 'event_date', 'event_type'] as const

/** geo_precision 1: the named town; 2: near it, or a small area coded to a town; 3: a larger region. */
const precisions = new Map<string, GeoPrecision>([
  ['1', 'town'],
  ['2', 'district'],
  ['3', 'region'],
])

/** time_precision 1: that day; 2: that week; 3: that month. */
const timePrecisions = new Map<string, TimePrecision>([
  ['1', 'day'],
  ['2', 'week'],
  ['3', 'month'],
])

/** ACLED events: https://acleddata.com/methodology/acled-codebook */
export const acled: Profile = {
  id: 'acled',
  name: 'ACLED',
  claimant: 'ACLED',
  terms: { name: 'ACLED terms of use', url: 'https://acleddata.com/eula' },
  recognize,
  dateColumns: (names) => [columnsByName(names).index('event_date')].filter((at) => at !== -1),
  joinColumn(names) {
    const at = columnsByName(names).index('event_id_cnty')
    return at === -1 ? undefined : at
  },
  reader({ columns: names, dayOrder }) {
    const columns = columnsByName(names)
    const read = dayReader(dayOrder)
    return (rows) => {
      const [first, ...more] = newest(columns, rows)
      if (!first) return { ok: false, code: 'not-a-record', column: -1 }
      const day = requiredDay(read(columns.cell(first, 'event_date')), columns.index('event_date'))
      if (!day.ok) return day
      const position = positionOf(columns, first, ['latitude', 'longitude'])
      if (!position.ok) return position
      return incidentOf(columns, [first, ...more], {
        date: withPrecision(day.value, timePrecisions.get(columns.code(first, 'time_precision'))),
        place: { ...placeOf(columns, first), position: position.value },
      })
    }
  },
}

function recognize({ columns: names, sample }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  if (columns.has(...signature)) return { kind: 'incidents', by: [...signature] }
  if (columns.has('events', 'fatalities')) return totals(columns)
  const few = ['event_date', 'event_type', 'fatalities']
  if (!columns.has(...few)) return undefined
  const types = sample.map((row) => columns.cell(row, 'event_type')).filter(Boolean)
  const isAcled = types.length > 0 && types.every(isAcledType)
  return isAcled ? { kind: 'incidents', by: few } : undefined
}

/** Tables that count events by month, week or year. */
function totals(columns: NamedColumns): Recognition | undefined {
  const period = ['reference_period_start', 'week', 'month', 'year'].find((name) => columns.has(name))
  if (period === undefined) return undefined
  return { kind: 'not-incidents', code: 'counts-by-period', by: ['events', 'fatalities', period] }
}

/** Of the rows of one event those of its newest version: ACLED changes events, and stamps each change. */
function newest(columns: NamedColumns, rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (rows.length === 1) return rows
  const stamps = rows.map((row) => {
    const stamp = columns.cell(row, 'timestamp')
    return /^\d{1,13}$/.test(stamp) ? Number(stamp) : 0
  })
  const last = stamps.reduce((newer, stamp) => Math.max(newer, stamp), 0)
  return rows.filter((_, at) => stamps[at] === last)
}

function incidentOf(
  columns: NamedColumns,
  rows: readonly [readonly string[], ...(readonly string[])[]],
  found: Pick<RowIncident, 'date' | 'place'>,
): RowOutcome {
  const [row] = rows
  const cell = (name: string) => columns.cell(row, name)
  const typeName = cell('event_type')
  const subtypeName = cell('sub_event_type')
  const { type, subtype } = acledCodes(typeName, subtypeName)
  const flags: FlagCode[] = []
  const casualties = fatalitiesOf(columns, rows, flags)
  const id = cell('event_id_cnty') || cell('data_id')
  const title = textIn('en', titleOfWords(subtypeName || typeName, cell('location'), cell('country')))
  const summary = textIn('en', cell('notes'))
  return {
    ok: true,
    flags,
    incident: {
      id: id || undefined,
      title,
      summary,
      ...found,
      type,
      subtype,
      actors: actorsOf(columns, rows),
      casualties,
      sources: listOf(cell('source'), ';').map((publisher) => ({ publisher })),
      tags: tagsOf(
        listOf(cell('disorder_type'), ';'),
        cell('civilian_targeting'),
        type ? '' : typeName,
        subtype ? '' : subtypeName,
        listOf(cell('tags'), ';'),
      ),
    },
  }
}

function placeOf(columns: NamedColumns, row: readonly string[]): RowIncident['place'] {
  const precision = precisions.get(columns.code(row, 'geo_precision'))
  return {
    country: columns.firstCell(row, ['country', 'iso3', 'iso']) || undefined,
    region: columns.cell(row, 'admin1') || undefined,
    district: columns.cell(row, 'admin2') || undefined,
    locality: columns.cell(row, 'location') || undefined,
    precision,
  }
}

const actorColumns = [
  { actor: 'actor1', associates: 'assoc_actor_1', inter: 'inter1' },
  { actor: 'actor2', associates: 'assoc_actor_2', inter: 'inter2' },
] as const

/** All actors of the rows, each once. ACLED's order of actors has no direction: all are parties. */
function actorsOf(columns: NamedColumns, rows: readonly (readonly string[])[]): RowActor[] {
  const actors = new Map<string, RowActor>()
  for (const row of rows) {
    for (const part of actorColumns) {
      const name = columns.cell(row, part.actor)
      const kind = acledKind(columns.code(row, part.inter))
      if (name && !actors.get(name)?.kind) {
        actors.set(name, { name: { en: name }, role: 'party', kind })
      }
      for (const associate of listOf(columns.cell(row, part.associates), ';')) {
        if (!actors.has(associate)) actors.set(associate, { name: { en: associate }, role: 'party' })
      }
    }
  }
  return [...actors.values()]
}

/** The figures of all rows, each once: rows of one event that differ are flagged and shown as they stand. */
function fatalitiesOf(
  columns: NamedColumns,
  rows: readonly (readonly string[])[],
  flags: FlagCode[],
): RowCasualties[] {
  const counts = new Set<number>()
  let areReadable = true
  for (const row of rows) {
    const figure = columns.cell(row, 'fatalities')
    if (figure === '') continue
    if (/^\d{1,9}(\.0+)?$/.test(figure)) counts.add(Number(figure))
    else areReadable = false
  }
  if (!areReadable) flags.push('unreadable-count')
  if (counts.size > 1) flags.push('counts-disagree')
  return Array.from(counts, (count) => (count === 0 ? noneOrUnknown : lowestFound(String(count))))
}

/** ACLED writes 0 where no deaths are reported, and also where it is not known whether there were any. */
const noneOrUnknown: RowCasualties = {
  by: 'ACLED',
  group: 'all',
  killed: 'none-or-unknown',
  said: {
    en: 'ACLED: 0; none reported, or not known',
    ar: 'ACLED: 0؛ لم يُبلَّغ عن قتلى، أو العدد غير معروف',
    fr: 'ACLED : 0 ; aucun décès signalé, ou nombre inconnu',
  },
}

/** Of figures that differ, ACLED records the lowest. @param count in digits */
const lowestFound = remembered((count: string): RowCasualties => ({
  by: 'ACLED',
  group: 'all',
  killed: { min: Number(count), max: Number(count) },
  said: {
    en: `ACLED: ${count}; ACLED records the lowest figure reported`,
    ar: `ACLED: ${count}؛ يسجّل ACLED أدنى رقم مُبلَّغ عنه`,
    fr: `ACLED : ${count} ; ACLED retient le chiffre le plus bas signalé`,
  },
}))
