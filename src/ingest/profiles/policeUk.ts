import type { RowOutcome } from '../rowIncident.ts'
import { columnsByName } from './columnsByName.ts'
import type { Profile } from './profile.ts'
import { dayReader, positionOf, requiredDay } from './rowParts.ts'
import { tagsOf, textIn, titleOfWords } from './rowTexts.ts'

const signature = ['Month', 'Falls within', 'LSOA code', 'Crime type'] as const

/**
 * Street-level crime of https://data.police.uk. Only the month is given. Positions are moved to the nearest of a list of
 * points, which many incidents share, so they stand for an area: https://data.police.uk/about/#anonymisation
 */
export const policeUk: Profile = {
  id: 'police-uk',
  name: 'data.police.uk',
  terms: {
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  recognize: ({ columns }) =>
    columnsByName(columns).has(...signature) ? { kind: 'incidents', by: [...signature] } : undefined,
  dateColumns: () => [],
  reader({ columns: names }) {
    const columns = columnsByName(names)
    const read = dayReader(undefined)
    return ([row = []]): RowOutcome => {
      const cell = (name: string) => columns.cell(row, name)
      const day = requiredDay(read(cell('Month')), columns.index('Month'))
      if (!day.ok) return day
      const position = positionOf(columns, row, ['Latitude', 'Longitude'])
      if (!position.ok) return position
      const id = cell('Crime ID')
      const title = textIn('en', titleOfWords(cell('Crime type'), cell('Location')))
      // `Mendip 001A` is the first area of the district of Mendip.
      const district = cell('LSOA name').replace(/ \d{3}[A-Z]$/, '')
      const locality = cell('Location')
      const force = cell('Reported by')
      return {
        ok: true,
        flags: [],
        incident: {
          id: id || undefined,
          title,
          date: day.value,
          place: {
            country: 'GB',
            district: district || undefined,
            locality: locality || undefined,
            position: position.value,
            precision: position.value && 'district',
          },
          actors: [],
          casualties: [],
          sources: force ? [{ publisher: force, lang: 'en' }] : [],
          tags: tagsOf(cell('Crime type'), cell('Last outcome category'), cell('Context')),
        },
      }
    }
  },
}
