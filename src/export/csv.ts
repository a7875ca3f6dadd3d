import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import { codeFieldIds, codesFieldIds, fields } from '../incidents/fields.ts'
import { tollOf } from '../incidents/toll.ts'
import { casualtyText, claimText } from './claimantTexts.ts'
import { namesOf, plainName, type Names } from './namesOf.ts'
import { positionOf } from './positionOf.ts'

type Cell = string | number | undefined

/** Spreadsheets read UTF-8 only with this mark at the start. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that begins so would be run as a formula: OWASP, "CSV Injection". */
const formulaStart = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

type Column = readonly [name: string, cell: (incident: Incident, names: Names, about: DatasetAbout) => Cell]

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
  ['place', ({ place }, { places }) => plainName(places(place.id)[0]?.name) ?? place.id],
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
    ({ sources }) => joined(sources.map(({ publisher, url }) => (url ? `${publisher} ${url}` : publisher))),
  ],
  ['source_count', ({ sources }) => sources.length],
  ['related', ({ related }) => related?.join('; ')],
  ['tags', ({ tags }) => tags?.join('; ')],
  ['licence', (_, __, { licence }) => `${licence.name} ${licence.url}`],
  ['citation', (_, __, { citation }) => citation],
]

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

/** Numbers of dead or wounded over all claimants, and how they stand; empty where no one gives a number. */
function tollColumns(which: 'killed' | 'wounded'): Column[] {
  const toll = ({ casualties = [] }: Incident) => tollOf(casualties, which)
  return [
    [`${which}_min`, (incident) => toll(incident).min ?? undefined],
    [`${which}_max`, (incident) => toll(incident).max ?? undefined],
    [`${which}_standing`, (incident) => toll(incident).standing],
  ]
}

/** RFC 4180 with CRLF, UTF-8 with byte order mark; one row an incident, safe to open in a spreadsheet. */
export function writeCsv(
  incidents: readonly Incident[],
  dictionaries: Dictionaries,
  about: DatasetAbout,
): string {
  const names = namesOf(dictionaries)
  const head = columns.map(([name]) => name).join(',')
  const rows = incidents.map((incident) =>
    columns.map(([, cell]) => writeCell(cell(incident, names, about))).join(','),
  )
  return `${BYTE_ORDER_MARK}${[head, ...rows].join('\r\n')}\r\n`
}

function writeCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = formulaStart.test(cell) ? `'${cell}` : cell
  return /[",\r\n;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line an item: a cell of a spreadsheet shows them below each other. */
function joined(items: readonly string[]): string {
  return items.join('\n')
}
