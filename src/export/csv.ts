import type { DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { codeFieldIds, codesFieldIds, fields } from '../incidents/fields.ts'
import { tollOf } from '../incidents/toll.ts'
import { casualtyText, claimText } from './claimantTexts.ts'
import { namesOf, plainName, type Names } from './namesOf.ts'
import { positionOf } from './positionOf.ts'
import type { RecordWriter, WriterContext } from './recordWriter.ts'

/** A field of a row; undefined is written as an empty field. */
type Field = string | number | undefined

/** Spreadsheet programs read a file as UTF-8 only if it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A field that begins so would be run as a formula: https://owasp.org/www-community/attacks/CSV_Injection. Full-width
 * forms of the signs count too.
 */
const formulaStart = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

type Column = readonly [name: string, field: (incident: Incident, names: Names, about: DatasetAbout) => Field]

const columns: readonly Column[] = [
  ['id', ({ id }) => id],
  ['date_start', ({ date }) => date.start],
  ['date_end', ({ date }) => date.end ?? date.start],
  ['time_precision', ({ date }) => date.precision],
  ['time', ({ date }) => date.time],
  ...codedColumns(),
  ['title_en', ({ title }) => title.en],
  ['title_ar', ({ title }) => title.ar],
  ['title_fr', ({ title }) => title.fr],
  ['summary_en', ({ summary }) => summary.en],
  ['summary_ar', ({ summary }) => summary.ar],
  ['summary_fr', ({ summary }) => summary.fr],
  ['place', ({ place }, { places }) => nameOfPlace(places(place.id)[0], place.id)],
  [
    'region',
    ({ place }, { places }) => plainName(places(place.id).find(({ kind }) => kind === 'region')?.name),
  ],
  [
    'country',
    ({ place }, { places }) => plainName(places(place.id).find(({ kind }) => kind === 'country')?.name),
  ],
  ['longitude', (incident) => positionOf(incident)?.[0]],
  ['latitude', (incident) => positionOf(incident)?.[1]],
  ['actors', ({ actors }, { actor }) => joined(actors.map(({ id, role }) => `${actor(id)} (${role})`))],
  ...tollColumns('killed'),
  ...tollColumns('wounded'),
  [
    'casualties',
    ({ casualties = [], sources }, { speaker }) =>
      joined(casualties.map((each) => casualtyText(each, sources, speaker))),
  ],
  ['disputed', ({ disputed }) => disputed?.join('; ')],
  [
    'claims',
    ({ claims = [], sources }, { speaker }) =>
      joined(claims.map((claim) => claimText(claim, sources, speaker))),
  ],
  [
    'sources',
    ({ sources }) => joined(sources.map(({ publisher, url }) => [publisher, url].filter(Boolean).join(' '))),
  ],
  ['source_count', ({ sources }) => sources.length],
  ['related', ({ related }) => related?.join('; ')],
  ['tags', ({ tags }) => tags?.join('; ')],
  ['licence', (_, __, { licence }) => licence && `${licence.name} ${licence.url}`],
  ['citation', (_, __, { citation }) => citation],
]

/** Empty for the entry of places that are not named; the id of a place that the gazetteer lacks. */
function nameOfPlace(place: Place | undefined, id: string): Field {
  return place ? plainName(place.name) : id
}

/** One column for each field of codes, in the order of the table of fields. */
function codedColumns(): Column[] {
  return [...codeFieldIds, ...codesFieldIds].map((id): Column => {
    const { exported, of } = fields[id]
    return [
      exported,
      (incident) => {
        const codes = of(incident)
        return typeof codes === 'string' ? codes : codes?.join('; ')
      },
    ]
  })
}

/** Least and greatest number of dead or wounded over all claimants, empty where no claimant gives one; and the toll's standing. */
function tollColumns(which: 'killed' | 'wounded'): Column[] {
  const toll = ({ casualties = [] }: Incident) => tollOf(casualties, which)
  return [
    [`${which}_min`, (incident) => toll(incident).min ?? undefined],
    [`${which}_max`, (incident) => toll(incident).max ?? undefined],
    [`${which}_standing`, (incident) => toll(incident).standing],
  ]
}

/** RFC 4180 with CRLF, in UTF-8 with a byte order mark: one row for each incident, safe to open in a spreadsheet. */
export function csvWriter({ dictionaries, about }: WriterContext): RecordWriter {
  const names = namesOf(dictionaries)
  const rowOf = (incident: Incident) =>
    columns.map(([, field]) => writeField(field(incident, names, about))).join(',')
  return {
    head: `${BYTE_ORDER_MARK}${columns.map(([name]) => name).join(',')}\r\n`,
    separator: '',
    tail: '',
    write: (records) => records.map((incident) => `${rowOf(incident)}\r\n`).join(''),
  }
}

function writeField(field: Field): string {
  if (field === undefined) return ''
  if (typeof field === 'number') return String(field)
  const safe = formulaStart.test(field) ? `'${field}` : field
  return /[",\r\n;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One item a line: a spreadsheet shows them below each other in one field. */
function joined(items: readonly string[]): string {
  return items.join('\n')
}
