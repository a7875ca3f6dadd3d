import type { GeoPrecision, TimePrecision } from '../../incidents/vocabulary.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { RowActor, RowIncident } from '../rowIncident.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { dayReader, positionOf, requiredDays, withPrecision } from './rowParts.ts'
import { tagsOf, textIn, titleOfWords } from './rowTexts.ts'
import { ucdpCasualties } from './ucdpCasualties.ts'
import { areUcdpRows, ucdpColumns } from './ucdpColumns.ts'
import { ucdpSources } from './ucdpSources.ts'

/*
 * UCDP GED, by the UCDP GED Codebook (version 23.1): the columns since 20.1, those of 19.1 (fewer, in another order) and
 * candidate files, with and without names of columns.
 */

const signature = ['type_of_violence', 'where_prec', 'date_prec', 'best'] as const

/** type_of_violence in UCDP's words. */
const violence = new Map([
  ['1', 'State-based conflict'],
  ['2', 'Non-state conflict'],
  ['3', 'One-sided violence'],
])

/** One-sided violence: an armed actor kills civilians. */
const ONE_SIDED = '3'

/**
 * where_prec. 1: the place itself, a point; 2: within about 25 km of it; 3: second-level division; 4: first-level
 * division; 5: a line or an area larger than that; 6: country; 7: water or airspace. 5 and 7 are areas of no stated size.
 */
const precisions = new Map<string, GeoPrecision>([
  ['1', 'town'],
  ['2', 'district'],
  ['3', 'district'],
  ['4', 'region'],
  ['5', 'region'],
  ['6', 'country'],
  ['7', 'region'],
])

/** date_prec. 1: the day; 2: two to six days, so a range of days; 3: week; 4: month; 5: year. */
const timePrecisions = new Map<string, TimePrecision>([
  ['1', 'day'],
  ['2', 'day'],
  ['3', 'week'],
  ['4', 'month'],
  ['5', 'year'],
])

/** A side whose name is blank. */
const sideA = { en: 'side A', ar: 'الطرف الأول', fr: 'camp A' }
const sideB = { en: 'side B', ar: 'الطرف الثاني', fr: 'camp B' }

/** UCDP Georeferenced Event Dataset: https://ucdp.uu.se/downloads/ */
export const ucdpGed: Profile = {
  id: 'ucdp-ged',
  name: 'UCDP GED',
  claimant: 'UCDP',
  terms: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  recognize,
  dateColumns(names) {
    const columns = columnsByName(named(names))
    return ['date_start', 'date_end'].map((name) => columns.index(name)).filter((at) => at !== -1)
  },
  reader({ columns: names, dayOrder }) {
    const columns = columnsByName(named(names))
    const read = dayReader(dayOrder)
    return ([row = []]) => {
      const days = requiredDays(columns, row, ['date_start', 'date_end'], read)
      if (!days.ok) return days
      const position = positionOf(columns, row, ['latitude', 'longitude'])
      if (!position.ok) return position
      const flags: FlagCode[] = []
      const incident = {
        ...detailsOf(columns, row, flags),
        date: withPrecision(days.value, timePrecisions.get(columns.code(row, 'date_prec'))),
        place: { ...placeOf(columns, row), position: position.value },
      }
      return { ok: true, incident, flags }
    }
  },
}

function recognize({ columns, sample }: TableHead): Recognition | undefined {
  const isNamed = columnsByName(columns).has(...signature)
  const isKnown = isNamed || (columns.length === 0 && areUcdpRows(sample))
  return isKnown ? { kind: 'incidents', by: [...signature] } : undefined
}

/** The names of the columns of a table, which may be a candidate file without them. */
function named(columns: readonly string[]): readonly string[] {
  return columns.length > 0 ? columns : ucdpColumns
}

function placeOf(columns: NamedColumns, row: readonly string[]): RowIncident['place'] {
  const cell = (name: string) => columns.cell(row, name)
  const precision = precisions.get(columns.code(row, 'where_prec'))
  const [country, region, district] = [cell('country'), cell('adm_1'), cell('adm_2')]
  const locality = cell('where_coordinates')
  const isDivision = [country, region, district].includes(locality)
  return {
    country: country || undefined,
    region: region || undefined,
    district: district || undefined,
    locality: isDivision ? undefined : locality || undefined,
    precision,
  }
}

function detailsOf(
  columns: NamedColumns,
  row: readonly string[],
  flags: FlagCode[],
): Omit<RowIncident, 'date' | 'place'> {
  const cell = (name: string) => columns.cell(row, name)
  const id = cell('id')
  const type = columns.code(row, 'type_of_violence')
  const title = textIn(
    'en',
    titleOfWords(cell('dyad_name') || cell('conflict_name'), cell('where_coordinates')),
  )
  return {
    id: id || undefined,
    title,
    type: type === ONE_SIDED ? 'violence-against-civilians' : undefined,
    actors: actorsOf(columns, row, type === ONE_SIDED),
    casualties: ucdpCasualties(
      {
        low: cell('low'),
        best: cell('best'),
        high: cell('high'),
        parts: [
          { group: cell('side_a') || sideA, deaths: cell('deaths_a') },
          { group: cell('side_b') || sideB, deaths: cell('deaths_b') },
          { group: { en: 'civilians', ar: 'مدنيون', fr: 'civils' }, deaths: cell('deaths_civilians') },
          {
            group: {
              en: 'people of unknown status',
              ar: 'أشخاص غير معروفي الصفة',
              fr: 'personnes de statut inconnu',
            },
            deaths: cell('deaths_unknown'),
          },
        ],
      },
      flags,
    ),
    sources: ucdpSources({
      article: cell('source_article'),
      office: cell('source_office'),
      date: cell('source_date'),
      headline: cell('source_headline'),
    }),
    tags: tagsOf(
      violence.get(type) ?? '',
      cell('conflict_name'),
      columns.code(row, 'event_clarity') === '2' ? 'Aggregate of events (event_clarity 2)' : '',
    ),
  }
}

/** The two sides. A side with a number of a state in gwnoa or gwnob is a government. */
function actorsOf(columns: NamedColumns, row: readonly string[], isOneSided: boolean): RowActor[] {
  const sides = [
    { name: columns.cell(row, 'side_a'), state: columns.cell(row, 'gwnoa'), role: 'initiator' },
    { name: columns.cell(row, 'side_b'), state: columns.cell(row, 'gwnob'), role: 'target' },
  ] as const
  return sides.flatMap(({ name, state, role }): RowActor[] => {
    if (!name) return []
    const isCivilians = isOneSided && name.toLowerCase() === 'civilians'
    const kind = isCivilians ? 'civilians' : state ? 'state-forces' : undefined
    return [{ name: nameOf(name), role: isOneSided ? role : 'party', kind }]
  })
}

/** UCDP writes XXX and a number for an actor that is not named. */
function nameOf(side: string): RowActor['name'] {
  if (!/^XXX\d+$/.test(side)) return { en: side }
  return {
    en: `Unnamed actor (UCDP ${side})`,
    ar: `جهة غير مسمّاة (UCDP ${side})`,
    fr: `Acteur non nommé (UCDP ${side})`,
  }
}
