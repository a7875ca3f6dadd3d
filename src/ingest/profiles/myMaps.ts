import { readDay } from '../fields/dayField.ts'
import { htmlText } from '../fields/htmlText.ts'
import { readUrls } from '../fields/urlField.ts'
import { fieldsNamed } from '../mapping/columnName.ts'
import type { RowOutcome } from '../rowIncident.ts'
import { columnsByName } from './columnsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { positionOf, requiredDay, requiredDays } from './rowParts.ts'
import { listOf, tagsOf, textIn, titleOfText } from './rowTexts.ts'

/*
 * Placemarks of KML, as Google My Maps and Google Earth write it, where they say a day: in TimeStamp or TimeSpan, or in a
 * column of their table that is named after a date. A day within the description is none of the placemark: it may be that
 * of a picture.
 */

/** Columns that the KML reader gives to every placemark; all others are the table of the map's author. */
const ofKml = new Set([
  'name',
  'description',
  'folder',
  'begin',
  'end',
  'when',
  'styleUrl',
  'geometry',
  'altitude',
])

/** Placemarks of Google My Maps. */
export const myMaps: Profile = {
  id: 'my-maps',
  name: 'Google My Maps (KML)',
  recognize,
  dateColumns: (names) => {
    const at = names.findIndex((name) => name === dayColumnOf(names))
    return at === -1 ? [] : [at]
  },
  reader({ columns: names, lang, dayOrder }) {
    const columns = columnsByName(names)
    const dayColumn = dayColumnOf(names)
    const dayOf = (row: readonly string[]) => {
      if (columns.cell(row, 'begin')) return requiredDays(columns, row, ['begin', 'end'], undefined)
      if (columns.cell(row, 'when'))
        return requiredDay(readDay(columns.cell(row, 'when'), undefined), columns.index('when'))
      return requiredDay(readDay(columns.cell(row, dayColumn), dayOrder), columns.index(dayColumn))
    }
    return ([row = []]): RowOutcome => {
      const day = dayOf(row)
      if (!day.ok) return day
      const position = positionOf(columns, row, ['latitude', 'longitude'])
      if (!position.ok) return position
      const { text, links } = htmlText(columns.cell(row, 'description'))
      const urls = new Set([...links, ...readUrls(text).urls])
      const title = textIn(lang, columns.cell(row, 'name') || titleOfText(text))
      const summary = textIn(lang, text)
      return {
        ok: true,
        flags: [],
        incident: {
          ...(title && { title }),
          ...(summary && { summary }),
          date: day.value,
          place: { ...(position.value && { position: position.value }) },
          actors: [],
          casualties: [],
          sources: [...urls].map((url) => ({ publisher: '', url })),
          tags: tagsOf(...listOf(columns.cell(row, 'folder'), ' / ')),
        },
      }
    }
  },
}

function recognize({ columns: names, format, sample }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  if (format !== 'kml' || !columns.has('name')) return undefined
  const dayColumns = ['when', 'begin', dayColumnOf(names)].filter((name) => name && columns.has(name))
  const isDated = (row: readonly string[]) =>
    // Only whether it is a day counts here, not which.
    dayColumns.some((name) => readDay(columns.cell(row, name), 'day-first').kind === 'value')
  const dated = dayColumns.filter(() => sample.some(isDated))
  return dated.length > 0 ? { kind: 'incidents', by: ['name', ...dated] } : undefined
}

/** The column of the author's table that is named after a date; '' where none is. */
function dayColumnOf(names: readonly string[]): string {
  const own = names.filter((name) => !ofKml.has(name))
  return (
    own.find((name) => fieldsNamed(name).some(({ field, strength }) => field === 'day' && strength === 1)) ??
    ''
  )
}
