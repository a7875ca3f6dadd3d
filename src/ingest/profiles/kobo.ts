import { mappedFields, type MappedField } from '../../query/importReport.ts'
import { fieldsNamed } from '../mapping/columnName.ts'
import { repeatableFields } from '../mapping/columnSynonyms.ts'
import { readerByMapping } from '../mapping/mappingReader.ts'
import { jsonListOf, textOfJson } from './jsonCell.ts'
import { foldColumnName } from './columnsByName.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'

/*
 * Submissions of KoboToolbox and ODK. Each form has its own questions, whose columns are named by path (group/question,
 * or group-question), in one header row or several. Questions are taken for fields by their names, as any table's columns
 * are, but for those that may ask for a person: such cells are shown in the original row alone.
 */

/** Columns that the programs add, by one of which the table is known. */
const signatures = [
  ['_uuid', '_submission_time'],
  ['KEY', 'SubmissionDate'],
  ['instanceID', 'SubmissionDate'],
] as const

/** What the programs note of the filling in of a form, which is not when and where something happened. */
const ofTheForm = new Set(
  [
    'start end today deviceid subscriberid simserial phonenumber username email audit KEY SubmissionDate SubmitterName',
    'SubmitterID DeviceID FormVersion Edits Status ReviewState AttachmentsPresent AttachmentsExpected instanceID',
    'instanceName',
  ].flatMap((names) => names.split(' ').map(foldColumnName)),
)

/** Fields that are never taken from a question, since people write names of persons there. */
const notAsked: readonly MappedField[] = ['id', 'source', 'latitude', 'longitude', 'position']

const personal = new Set(['name', 'nom', 'label', 'الاسم'].map(foldColumnName))

/** Where the JSON of KoboToolbox has the point of a submission: a list of latitude and longitude. */
const POINT_LIST = '_geolocation'

/** Submissions of KoboToolbox and ODK. */
export const kobo: Profile = {
  id: 'kobo',
  name: 'KoboToolbox / ODK',
  recognize,
  dateColumns: (columns) =>
    fieldsOf(columns).flatMap((field, at) => (field === 'day' || field === 'end-day' ? [at] : [])),
  reader({ columns, lang, dayOrder, claimant }) {
    const list = columns.findIndex((column) => questionOf(column) === POINT_LIST)
    const read = readerByMapping(fieldsOf(columns), {
      columns,
      lang,
      dayOrder,
      claimant,
      dayForm: () => 'text',
    })
    return (rows) => read(list === -1 ? rows : rows.map((row) => row.with(list, pointText(row[list] ?? ''))))
  },
}

function recognize({ columns }: TableHead): Recognition | undefined {
  const names = new Set(columns.map((column) => foldColumnName(questionOf(column))))
  const signature = signatures.find((each) => each.every((name) => names.has(foldColumnName(name))))
  // A form that asks for no date by a name that is known is left to the mapping, which looks at the answers as well.
  if (!signature || !fieldsOf(columns).includes('day')) return undefined
  return { kind: 'incidents', by: [...signature] }
}

/** The name of a question: the last step of its path; of several header rows the first. */
function questionOf(column: string): string {
  const path = column.trim()
  const name = path.includes('/') ? path.slice(path.lastIndexOf('/') + 1) : path
  const [first = '', second] = name.split(' ')
  // `_uuid _uuid`, `incident_date Date of the incident`: names have no blanks, but an underscore.
  return second !== undefined && first.includes('_') ? first : name
}

/** The field of each column; null for one that is not read. */
function fieldsOf(columns: readonly string[]): (MappedField | null)[] {
  const fields = columns.map((): MappedField | null => null)
  const taken = new Set<MappedField>()
  const give = (at: number, field: MappedField) => {
    if (fields[at] || (taken.has(field) && !repeatableFields.includes(field))) return
    fields[at] = field
    taken.add(field)
  }
  const point = pointColumns(columns)
  if (point) {
    give(point.latitude, 'latitude')
    give(point.longitude, 'longitude')
  }
  columns.forEach((column, at) => {
    const question = questionOf(column)
    if (question === '_uuid' || /^KEY$/i.test(question)) give(at, 'id')
    if (question === POINT_LIST && !point) give(at, 'position')
  })
  for (const { at, field } of namedQuestions(columns)) give(at, field)
  return fields
}

/** The fields that questions are named after, the most certain first. */
function namedQuestions(columns: readonly string[]): { at: number; field: MappedField }[] {
  const found = columns.flatMap((column, at) => {
    const question = questionOf(column)
    if (question.startsWith('_') || isOfTheForm(question)) return []
    const steps = question.split('-')
    const named = [...fieldsNamed(question), ...fieldsNamed(steps.at(-1) ?? '')]
    return named.filter(({ field }) => !notAsked.includes(field)).map((each) => ({ at, ...each }))
  })
  return found.toSorted(
    (one, other) =>
      other.strength - one.strength ||
      mappedFields.indexOf(one.field) - mappedFields.indexOf(other.field) ||
      one.rank - other.rank ||
      one.at - other.at,
  )
}

function isOfTheForm(question: string): boolean {
  const folded = foldColumnName(question.split('-').at(-1) ?? '')
  return ofTheForm.has(folded) || personal.has(folded)
}

/** The two columns of the first question for a point: `_where_latitude`, `where-Latitude`. */
function pointColumns(columns: readonly string[]): { latitude: number; longitude: number } | undefined {
  for (const [latitude, column] of columns.entries()) {
    const question = questionOf(column).toLowerCase()
    const found = /^(.*[_-])latitude$/.exec(question)
    if (!found) continue
    const longitude = columns.findIndex((other) => questionOf(other).toLowerCase() === `${found[1]}longitude`)
    if (longitude !== -1) return { latitude, longitude }
  }
  return undefined
}

/** `[10.5,20.25]` as `10.5, 20.25`. */
function pointText(cell: string): string {
  return jsonListOf(cell)?.map(textOfJson).filter(Boolean).join(', ') ?? cell
}
