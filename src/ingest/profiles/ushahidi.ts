import { readDay } from '../fields/dayField.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowOutcome } from '../rowIncident.ts'
import { columnsByName } from './columnsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { positionOf, requiredDay } from './rowParts.ts'
import { listOf, tagsOf, titleAndSummary } from './rowTexts.ts'

/*
 * Ushahidi's CSV exports: version 2 (INCIDENT TITLE ...) and version 3 (Post ID ..., with the questions of the survey
 * behind). Names and addresses of reporters stand in both: only the columns below are read.
 */

const older = ['INCIDENT TITLE', 'INCIDENT DATE', 'CATEGORY'] as const
const newer = ['Post ID', 'Survey', 'Post Date (UTC)'] as const

/** Ushahidi reports. */
export const ushahidi: Profile = {
  id: 'ushahidi',
  name: 'Ushahidi',
  recognize,
  dateColumns: (names) =>
    [columnsByName(names).index('INCIDENT DATE', 'Post Date (UTC)')].filter((at) => at !== -1),
  reader({ columns: names, lang, dayOrder }) {
    const columns = columnsByName(names)
    const dayColumns = ['INCIDENT DATE', 'Post Date (UTC)'] as const
    const pointColumns = columns.has('LATITUDE', 'LONGITUDE')
      ? (['LATITUDE', 'LONGITUDE'] as const)
      : pointOf(names)
    return ([row = []]): RowOutcome => {
      const cell = (...wanted: string[]) => columns.firstCell(row, wanted)
      const day = requiredDay(readDay(cell(...dayColumns), dayOrder), columns.index(...dayColumns))
      if (!day.ok) return day
      const position = positionOf(columns, row, pointColumns)
      if (!position.ok) return position
      const [id, text] = [cell('#', 'Post ID'), cell('DESCRIPTION', 'Description')]
      const locality = cell('LOCATION')
      const marks = ['APPROVED', 'VERIFIED', 'Post Status'].filter((name) => cell(name))
      return {
        ok: true,
        flags: [],
        incident: {
          id: id || undefined,
          ...titleAndSummary(lang, { title: cell('INCIDENT TITLE', 'Title'), text }),
          date: day.value,
          place: { locality: locality || undefined, position: position.value },
          actors: [],
          casualties: [],
          sources: readUrls(text).urls.map((url) => ({ publisher: '', url })),
          tags: tagsOf(
            listOf(cell('CATEGORY', 'Categories'), ','),
            cell('Survey'),
            listOf(cell('Sets/Collections'), ','),
            marks.map((name) => `${name}: ${cell(name)}`),
          ),
        },
      }
    }
  },
}

function recognize({ columns: names }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  const signature = [older, newer].find((each) => columns.has(...each))
  return signature && { kind: 'incidents', by: [...signature] }
}

/** The two columns of the first question of the survey that asks for a point: `Location.lat`, `Location.lon`. */
function pointOf(names: readonly string[]): readonly [latitude: string, longitude: string] {
  const latitude = names.find((name) => name.endsWith('.lat')) ?? ''
  return [latitude, `${latitude.slice(0, -'.lat'.length)}.lon`]
}
