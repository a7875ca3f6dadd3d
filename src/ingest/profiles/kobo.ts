import { mappedFields, type MappedField } from '../../query/importReport.ts'
import { readerByMapping } from '../mapping/mappingReader.ts'
import { jsonListOf, textOfJson } from './jsonCell.ts'
import { foldColumnName } from './columnsByName.ts'
import { fieldsByName, type GivenFields } from './fieldsByName.ts'
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

/** Fields that a question may be: not where people write names of persons, and not where a point is wanted. */
const asked = mappedFields.filter(
  (field) => !['id', 'source', 'latitude', 'longitude', 'position'].includes(field),
)

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
    return (rows) => {
      if (list === -1) return read(rows)
      return read(rows.map((row) => row.map((cell, at) => (at === list ? pointText(cell) : cell))))
    }
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
  const whole = column.trim()
  const [first = ''] = whole.split(/\s/)
  // `_uuid _uuid`, `what/incident_date Date of the incident`: names have no blanks, but an underscore.
  const path = first.includes('_') ? first : whole
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The field of each column; null for one that is not read. */
function fieldsOf(columns: readonly string[]): (MappedField | null)[] {
  const questions = columns.map(questionOf)
  const point = pointColumns(questions)
  const given = questions.flatMap((question, at): [number, MappedField][] => {
    if (question === '_uuid' || /^KEY$/i.test(question)) return [[at, 'id']]
    return question === POINT_LIST && !point ? [[at, 'position']] : []
  })
  const namesOf = (at: number) => {
    const question = questions[at] ?? ''
    if (question.startsWith('_') || isOfTheForm(question)) return []
    return [question, question.split('-').at(-1) ?? '']
  }
  return fieldsByName(columns.length, [...(point ?? []), ...given], namesOf, asked)
}

function isOfTheForm(question: string): boolean {
  const folded = foldColumnName(question.split('-').at(-1) ?? '')
  return ofTheForm.has(folded) || personal.has(folded)
}

/** The two columns of the first question for a point: `_where_latitude`, `where-Latitude`. */
function pointColumns(questions: readonly string[]): GivenFields | undefined {
  const folded = questions.map((question) => question.toLowerCase())
  for (const [latitude, question] of folded.entries()) {
    const stem = /^(.*[_-])latitude$/.exec(question)?.[1]
    const longitude = stem === undefined ? -1 : folded.indexOf(`${stem}longitude`)
    if (longitude === -1) continue
    return [
      [latitude, 'latitude'],
      [longitude, 'longitude'],
    ]
  }
  return undefined
}

/** `[10.5,20.25]` as `10.5, 20.25`. */
function pointText(cell: string): string {
  return jsonListOf(cell)?.map(textOfJson).filter(Boolean).join(', ') ?? cell
}
