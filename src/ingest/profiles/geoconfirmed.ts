import { readDay } from '../fields/dayField.ts'
import { htmlText } from '../fields/htmlText.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowIncident, RowOutcome, RowSource } from '../rowIncident.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { positionOf, requiredDay } from './rowParts.ts'
import { listOf, tagsOf, titleAndSummary } from './rowTexts.ts'

/*
 * GeoConfirmed (https://geoconfirmed.org): its CSV export, with `;` between cells, and its KMZ, in which the name of a
 * placemark is its day and the description ends with links.
 */

const signature = ['Faction', 'Origin', 'PlusCode', 'Geolocation'] as const

/** GeoConfirmed's geolocations. */
export const geoconfirmed: Profile = {
  id: 'geoconfirmed',
  name: 'GeoConfirmed',
  recognize,
  dateColumns: (names) => {
    const at = columnsByName(names).index('Date')
    return at === -1 ? [] : [at]
  },
  reader({ columns: names, dayOrder }) {
    const columns = columnsByName(names)
    const isCsv = columns.has(...signature)
    const dayColumn = isCsv ? 'Date' : 'name'
    const position = (row: readonly string[]) =>
      positionOf(columns, row, isCsv ? ['Latitude', 'Longitude'] : ['latitude', 'longitude'])
    return ([row = []]): RowOutcome => {
      const dayText = columns.cell(row, dayColumn)
      const day = requiredDay(
        readDay(isCsv ? dayText : dayOfName(dayText), dayOrder),
        columns.index(dayColumn),
      )
      if (!day.ok) return day
      const point = position(row)
      if (!point.ok) return point
      const details = isCsv ? detailsOfRow(columns, row) : detailsOfPlacemark(columns, row)
      const place = { ...details.place, position: point.value }
      return { ok: true, incident: { ...details, date: day.value, place }, flags: [] }
    }
  },
}

function recognize({ columns: names, format, file, sample }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  if (columns.has(...signature)) return { kind: 'incidents', by: [...signature] }
  if (format !== 'kml' || !columns.has('name', 'description')) return undefined
  const isNamed =
    /geoconfirmed/i.test(file) || sample.some((row) => /geoconfirmed/i.test(columns.cell(row, 'description')))
  const days = sample.filter(
    (row) => readDay(dayOfName(columns.cell(row, 'name')), undefined).kind === 'value',
  )
  return isNamed && days.length > sample.length / 2
    ? { kind: 'incidents', by: ['name', 'description'] }
    : undefined
}

/** The day at the start of a placemark's name: `17 SEP 2026`, `17 SEP 2026 - Lyman`. */
function dayOfName(name: string): string {
  return name.split(/ - |[:,(|]/, 1)[0]?.trim() ?? ''
}

type Details = Omit<RowIncident, 'date'>

function detailsOfRow(columns: NamedColumns, row: readonly string[]): Details {
  const cell = (name: string) => columns.cell(row, name)
  const [id, text] = [cell('Id'), cell('Description')]
  const proofs = readUrls(cell('Geolocation')).urls
  return {
    id: id || undefined,
    ...titleAndSummary('en', { title: '', text, words: cell('Name') }),
    // What has been geolocated is placed on the spot; other rows do not say how exactly they are placed.
    place: { ...placeOfPlusCode(cell('PlusCode')), precision: proofs.length > 0 ? 'site' : undefined },
    actors: [],
    casualties: [],
    sources: [...readUrls(cell('Source')).urls.map(sourceOf), ...proofs.map(proofOf)],
    tags: tagsOf(
      [cell('Faction')].filter(Boolean).map((faction) => `Faction: ${faction}`),
      [cell('Origin')].filter(Boolean).map((origin) => `Origin: ${origin}`),
      listOf(cell('Equipment'), ','),
      listOf(cell('Units'), ','),
    ),
  }
}

/** `GH4P+X43 Town, Division, Country`: what stands behind the code. */
function placeOfPlusCode(text: string): RowIncident['place'] {
  const words = listOf(text.replace(/^[0-9A-Z]{2,8}\+[0-9A-Z]{0,4},?\s*/i, ''), ',')
  const [locality, ...above] = words
  if (locality === undefined) return {}
  return { locality, country: above.at(-1), region: above.length > 1 ? above.at(-2) : undefined }
}

function detailsOfPlacemark(columns: NamedColumns, row: readonly string[]): Details {
  const { text, links } = htmlText(columns.cell(row, 'description'))
  const urls = [...new Set([...links, ...readUrls(text).urls])]
  return {
    ...titleAndSummary('en', { title: '', text, words: columns.cell(row, 'name') }),
    place: {},
    actors: [],
    casualties: [],
    sources: urls.map(sourceOf),
    tags: tagsOf(columns.cell(row, 'folder')),
  }
}

function sourceOf(url: string): RowSource {
  return { publisher: '', url }
}

function proofOf(url: string): RowSource {
  return { publisher: '', url, note: { en: 'Geolocation', ar: 'تحديد الموقع', fr: 'Géolocalisation' } }
}
