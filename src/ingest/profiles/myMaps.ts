import { mappedFields, type MappedField } from '../../query/importReport.ts'
import { readDay } from '../fields/dayField.ts'
import { htmlText } from '../fields/htmlText.ts'
import { readUrls } from '../fields/urlField.ts'
import { fieldsNamed } from '../mapping/columnName.ts'
import { readerByMapping } from '../mapping/mappingReader.ts'
import type { RowOutcome } from '../rowIncident.ts'
import { fieldsByName } from './fieldsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { textIn } from './rowTexts.ts'

/*
 * Placemarks of KML, as Google My Maps and Google Earth write it, where they say a day: in TimeStamp or TimeSpan, or in a
 * column of the author's table that is named after a date. The other columns of that table are read by their names, as
 * any table's. A day within the description is none of the placemark: it may be that of a picture.
 */

/** What the KML reader gives for every placemark, with the field that it is; all other columns are the author's. */
const ofKml = new Map<string, MappedField | null>([
  ['name', 'title'],
  ['description', null],
  ['folder', 'category'],
  ['begin', null],
  ['when', null],
  ['end', 'end-day'],
  ['longitude', 'longitude'],
  ['latitude', 'latitude'],
  ['altitude', null],
  ['geometry', null],
  ['styleUrl', null],
])

/** Columns that say the day of a placemark; the first that is not blank counts. */
const dayColumns = ['begin', 'when'] as const

const ownFields = mappedFields.filter((field) => !['title', 'latitude', 'longitude'].includes(field))

/** Placemarks of Google My Maps. */
export const myMaps: Profile = {
  id: 'my-maps',
  name: 'Google My Maps (KML)',
  recognize,
  dateColumns: (names) => {
    const at = fieldsOf(names).indexOf('day')
    return at === -1 ? [] : [at]
  },
  reader({ columns: names, lang, dayOrder, claimant }) {
    const fields = fieldsOf(names)
    const [description, stamps] = [
      names.indexOf('description'),
      dayColumns.map((name) => names.indexOf(name)),
    ]
    const own = fields.indexOf('day')
    const readAt = (day: number) =>
      readerByMapping(
        fields.map((field, at) => (at === day ? 'day' : field === 'day' ? null : field)),
        { columns: names, lang, dayOrder, claimant, dayForm: () => 'text' },
      )
    const readers = new Map([...stamps, own].map((at) => [at, readAt(at)]))
    return (rows): RowOutcome => {
      const day = stamps.find((at) => rows[0]?.[at]?.trim()) ?? own
      const outcome = (readers.get(day) ?? readAt(day))(rows)
      return outcome.ok ? withDescription(outcome, rows[0]?.[description] ?? '') : outcome
    }

    function withDescription(outcome: RowOutcome & { ok: true }, html: string): RowOutcome {
      const { text, links } = htmlText(html)
      const { incident } = outcome
      const known = new Set(incident.sources.map(({ url }) => url))
      const urls = [...new Set([...links, ...readUrls(text).urls])].filter((url) => !known.has(url))
      return {
        ...outcome,
        incident: {
          ...incident,
          summary: textIn(lang, text) ?? incident.summary,
          sources: [...incident.sources, ...urls.map((url) => ({ publisher: '', url }))],
        },
      }
    }
  },
}

function recognize({ columns: names, format, sample }: TableHead): Recognition | undefined {
  if (format !== 'kml' || !names.includes('name')) return undefined
  const own = fieldsOf(names).indexOf('day')
  const days = [...dayColumns.map((name) => names.indexOf(name)), own].filter((at) => at !== -1)
  // Only whether it is a day counts here, not which.
  const dated = days.filter((at) =>
    sample.some((row) => readDay(row[at] ?? '', 'day-first').kind === 'value'),
  )
  return dated.length > 0
    ? { kind: 'incidents', by: ['name', ...dated.map((at) => names[at] ?? '')] }
    : undefined
}

/** The field of each column, with the author's own column for the day; null for one that is not read. */
function fieldsOf(names: readonly string[]): (MappedField | null)[] {
  const given = names.flatMap((name, at): [number, MappedField][] => {
    const field = ofKml.get(name)
    return field ? [[at, field]] : []
  })
  const namesOf = (at: number) => {
    const name = names[at] ?? ''
    return ofKml.has(name) || isOtherDay(name) ? [] : [name]
  }
  return fieldsByName(names.length, given, namesOf, ownFields)
}

/** Whether a column is named after a date with other words, such as IMAGE_DATE: it may be the date of something else. */
function isOtherDay(name: string): boolean {
  return fieldsNamed(name).some(({ field, strength }) => field === 'day' && strength < 1)
}
