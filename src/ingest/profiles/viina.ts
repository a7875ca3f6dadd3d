import type { GeoPrecision } from '../../incidents/vocabulary.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowActor, RowIncident, RowSource } from '../rowIncident.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { dayReader, positionOf, requiredDay, withTime } from './rowParts.ts'
import { listOf, tagsOf, titleAndSummary, titleOfWords } from './rowTexts.ts'
import { viinaLabels } from './viinaLabels.ts'

/*
 * VIINA 2.0 (https://github.com/zhukovyuri/VIINA): reports of the war in Ukraine, classified by a program. `event_1pd`
 * has one row for each event a day and place, `event_info` one for each report; `event_labels` and `control` belong to
 * them and are no incidents.
 */

/** GEO_PRECISION, the level to which the place of a report is known. */
const precisions = new Map<string, GeoPrecision>([
  ['STREET', 'site'],
  ['ADM3', 'town'],
  ['ADM2', 'district'],
  ['ADM1', 'region'],
  ['ADM0', 'country'],
])

/** What VIINA calls the parties; `a_rus_b` that they take part, `a_rus_init_b` that they began. */
const parties = [
  ['a_rus', 'Russian or Russian-aligned armed forces'],
  ['a_ukr', 'Ukrainian or Ukrainian-aligned armed forces'],
] as const

/** The languages of reports as VIINA writes them, and their tags. */
const languages = new Map([
  ['ua', 'uk'],
  ['ru', 'ru'],
  ['en', 'en'],
])

/** VIINA events. */
export const viina: Profile = {
  id: 'viina',
  name: 'VIINA',
  claimant: 'VIINA',
  terms: { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  recognize,
  dateColumns: () => [],
  reader({ columns: names, lang }) {
    const columns = columnsByName(names)
    const read = dayReader(undefined)
    return ([row = []]) => {
      const day = requiredDay(read(columns.cell(row, 'date')), columns.index('date'))
      if (!day.ok) return day
      const position = positionOf(columns, row, ['latitude', 'longitude'])
      if (!position.ok) return position
      const text = columns.cell(row, 'text')
      const labels = viinaLabels.filter(([name]) => isSet(columns, row, name)).map(([, label]) => label)
      const words = titleOfWords(...labels, columns.cell(row, 'asciiname'))
      const id = columns.firstCell(row, ['event_id', 'event_id_1pd'])
      return {
        ok: true,
        flags: [],
        incident: {
          id: id || undefined,
          ...titleAndSummary(text ? lang : 'en', { title: '', text, words }),
          date: withTime(day.value, columns.cell(row, 'time')),
          place: { ...placeOf(columns, row), position: position.value },
          actors: actorsOf(columns, row),
          casualties: [],
          sources: sourcesOf(columns, row),
          status: 'reported',
          tags: tagsOf(labels),
        },
      }
    }
  },
}

function recognize({ columns: names }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  if (columns.has('geonameid', 'status_wiki', 'vcontrol_version') || columns.has('kod', 'vcontrol_version')) {
    return { kind: 'not-incidents', code: 'lookup-table', by: ['status_wiki', 'vcontrol_version'] }
  }
  if (!columns.has('viina_version', 'event_id_1pd', 'date')) return undefined
  return columns.has('GEO_PRECISION', 'latitude')
    ? { kind: 'incidents', by: ['viina_version', 'event_id_1pd', 'GEO_PRECISION'] }
    : { kind: 'not-incidents', code: 'lookup-table', by: ['viina_version', 'event_id_1pd'] }
}

/** Whether the yes-or-no column of a label says yes; `event_labels` has probabilities beside it, which say nothing. */
function isSet(columns: NamedColumns, row: readonly string[], label: string): boolean {
  return /^1(\.0)?$/.test(columns.cell(row, `${label}_b`))
}

/** The gazetteer of VIINA is that of Ukraine. */
function placeOf(columns: NamedColumns, row: readonly string[]): RowIncident['place'] {
  const precision = precisions.get(columns.cell(row, 'GEO_PRECISION').toUpperCase())
  const isExact = precision === 'site' || precision === 'town'
  const [region, district] = [columns.cell(row, 'ADM1_NAME'), columns.cell(row, 'ADM2_NAME')]
  // Of a report that names no town, asciiname is the town that the program put in its place.
  const locality = isExact ? columns.cell(row, 'asciiname') : ''
  return {
    country: 'UA',
    region: region || undefined,
    district: precision === 'region' ? undefined : district || undefined,
    locality: locality || undefined,
    precision,
  }
}

function actorsOf(columns: NamedColumns, row: readonly string[]): RowActor[] {
  return parties.flatMap(([name, en]): RowActor[] => {
    if (isSet(columns, row, `${name}_init`)) return [{ name: { en }, role: 'initiator' }]
    return isSet(columns, row, name) ? [{ name: { en }, role: 'party' }] : []
  })
}

function sourcesOf(columns: NamedColumns, row: readonly string[]): RowSource[] {
  const [url] = readUrls(columns.cell(row, 'url')).urls
  const publishers = listOf(columns.firstCell(row, ['source', 'sources']), ',')
  if (url === undefined) return publishers.map((publisher) => ({ publisher }))
  const lang = languages.get(columns.cell(row, 'lang'))
  return [{ publisher: publishers[0] ?? '', url, lang }]
}
