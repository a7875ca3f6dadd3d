import type { EventType, SubEventType } from '../../incidents/vocabulary.ts'
import type { FlagCode } from '../../query/importReport.ts'
import { isMissing } from '../fields/missingWords.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowIncident, RowOutcome, RowSource } from '../rowIncident.ts'
import { airwarsCasualties } from './airwarsCasualties.ts'
import { airwarsBelligerents } from './airwarsBelligerents.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import { jsonListOf, memberText } from './jsonCell.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { dayReader, positionOf, requiredDays } from './rowParts.ts'
import { listOf, tagsOf, textIn, textsIn, titleOfWords } from './rowTexts.ts'

/*
 * Airwars' assessments of civilian harm (https://airwars.org), in three forms that people have made of its pages: a table
 * with its headings as columns (Gaza), a list of cases with English and Arabic beside each other, and the same in detail
 * with its sources (Syria). The forms share one reader: each field has the names that it has in them.
 */

/** For each form, the columns that no other form has together. */
const signatures = [
  ['Incidence_id', 'Civilians reported killed', 'Airwars civilian harm grading'],
  ['airwars_id', 'airwars_url', 'military_original'],
  ['airwars_id', 'incident_code', 'alleged_belligerent'],
] as const

const dates = { start: ['Incidence_date', 'date', 'incident_date'], end: ['date_end'] } as const

/** Kinds of strikes that are an explosion or remote violence by definition, with the sub-event type where it is one. */
const strikes = new Map<string, SubEventType | undefined>([
  ['airstrike', 'air-drone-strike'],
  ['drone strike', 'air-drone-strike'],
  ['artillery', 'shelling-artillery-missile-attack'],
  ['naval bombardment', 'shelling-artillery-missile-attack'],
  ['airstrike and/or artillery', undefined],
])

/** Airwars civilian harm incidents. */
export const airwars: Profile = {
  id: 'airwars',
  name: 'Airwars',
  claimant: 'Airwars',
  recognize,
  dateColumns: (names) => {
    const at = columnsByName(names).index(...dates.start)
    return at === -1 ? [] : [at]
  },
  reader({ columns: names, dayOrder }) {
    const columns = statedColumns(names)
    const read = dayReader(dayOrder)
    const named = (...wanted: readonly string[]) => names[columns.index(...wanted)] ?? ''
    const dayColumns = [named(...dates.start), named(...dates.end)] as const
    const pointColumns = [named('lat', 'latitude'), named('long', 'longitude')] as const
    return ([row = []]): RowOutcome => {
      const days = requiredDays(columns, row, dayColumns, read)
      if (!days.ok) return days
      const position = positionOf(columns, row, pointColumns)
      if (!position.ok) return position
      const flags: FlagCode[] = []
      const details = detailsOf(columns, row, flags)
      const place = { ...placeOf(columns, row), position: position.value }
      return { ok: true, incident: { ...details, date: days.value, place }, flags }
    }
  },
}

function recognize({ columns: names }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  const signature = signatures.find((each) => columns.has(...each))
  return signature && { kind: 'incidents', by: [...signature] }
}

/** The columns, with NA and the like read as blank. */
function statedColumns(names: readonly string[]): NamedColumns {
  const columns = columnsByName(names)
  const cell = (row: readonly string[], name: string) => {
    const text = columns.cell(row, name)
    return isMissing(text) ? '' : text
  }
  return {
    ...columns,
    cell,
    firstCell: (row, wanted) => wanted.map((name) => cell(row, name)).find(Boolean) ?? '',
  }
}

function placeOf(columns: NamedColumns, row: readonly string[]): RowIncident['place'] {
  const cell = (...names: string[]) => columns.firstCell(row, names)
  const [country, region] = [cell('country'), cell('governorate_ar', 'region_ar')]
  const [district, locality] = [cell('district_ar'), cell('location_original', 'location', 'location_ar')]
  return {
    country: country || undefined,
    region: region || undefined,
    district: district || undefined,
    locality: locality || undefined,
  }
}

function detailsOf(
  columns: NamedColumns,
  row: readonly string[],
  flags: FlagCode[],
): Omit<RowIncident, 'date' | 'place'> {
  const cell = (...names: string[]) => columns.firstCell(row, names)
  const id = cell('Incidence_id', 'incident_code', 'code', 'airwars_id')
  const strike = cell('Strike type', 'strike_type_original', 'strike_type')
  const english = titleOfWords(strike, cell('location_original', 'location', 'Civilian infrastructure'))
  const title = textsIn({
    en: english,
    ar: titleOfWords(cell('strike_type_ar'), cell('location_ar')).replaceAll(', ', '، '),
  })
  const summary = textsIn({ en: cell('Airwars_assessment', 'narrative'), ar: cell('narrative_ar') })
  const { actors, claims } = airwarsBelligerents(cell)
  return {
    id: id || undefined,
    title: title ?? textIn('en', id),
    summary,
    ...typeOfStrike(strike),
    actors,
    casualties: airwarsCasualties(cell, flags),
    claims: claims.length > 0 ? claims : undefined,
    sources: sourcesOf(columns, row),
    tags: tagsOf(
      listOf(strike, ','),
      cell('Strike status', 'strike_status_ar'),
      cell('Airwars civilian harm grading', 'assessment', 'evidence_ar'),
      cell('Civilian infrastructure'),
      cell('Impact'),
    ),
  }
}

/** The event type that all kinds of strikes of the cell have by definition, and the sub-event type where it is one. */
function typeOfStrike(cell: string): { type?: EventType; subtype?: SubEventType | undefined } {
  const kinds = listOf(cell.toLowerCase(), ',')
  if (kinds.length === 0 || !kinds.every((kind) => strikes.has(kind))) return {}
  const [subtype, ...others] = new Set(kinds.map((kind) => strikes.get(kind)))
  return { type: 'explosions-remote-violence', subtype: others.length === 0 ? subtype : undefined }
}

/** Airwars' own page, then the sources that the page lists, where the file has them. */
function sourcesOf(columns: NamedColumns, row: readonly string[]): RowSource[] {
  const [page] = readUrls(columns.firstCell(row, ['Incidence_url', 'airwars_url', 'canonical_url'])).urls
  const own: RowSource[] = page === undefined ? [] : [{ publisher: 'Airwars', url: page, lang: 'en' }]
  const listed = jsonListOf(columns.cell(row, 'sources')) ?? []
  return [
    ...own,
    ...listed.flatMap((each): RowSource[] => {
      const [url] = readUrls(memberText(each, 'url')).urls
      const [archived] = readUrls(memberText(each, 'archive_url')).urls
      if (url === undefined && archived === undefined) return []
      const isArabic = /\barabic\b/i.test(memberText(each, 'language'))
      return [
        {
          publisher: '',
          url: url ?? archived,
          archived: url === undefined ? undefined : archived,
          lang: isArabic ? 'ar' : undefined,
        },
      ]
    }),
  ]
}
