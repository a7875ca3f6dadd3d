import { codeFieldIds, codesFieldIds, fields } from '../incidents/fields.ts'
import type { Casualties, DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import { tollOf } from '../incidents/toll.ts'
import { casualtyText, claimText } from './claimantTexts.ts'
import { plainName, type Names } from './namesOf.ts'
import { positionOf } from './positionOf.ts'
import { detailsOf } from './recordDetails.ts'

/*
 * The table form of a data set: one row an incident. Its columns are for people and programs that read tables; the
 * column `details` holds, as JSON, what their words cannot carry. CSV, XLSX and Parquet files are written from this list
 * and read back by ingest/profiles/atlas.ts.
 */

/** A value of a row; undefined is an empty cell. */
export type CellValue = string | number | undefined

/** What the values of a column are. `day`: YYYY-MM-DD; `count`: a whole number; `degrees`: WGS 84. */
export type ColumnKind = 'text' | 'day' | 'count' | 'degrees'

/** What a row needs beside its record. */
export interface TableContext {
  names: Names
  /** Absent: licence and citation stay empty. */
  about?: DatasetAbout
}

/** A column of the table form. */
export interface TableColumn {
  name: string
  kind: ColumnKind
  valueOf: (incident: Incident, context: TableContext) => CellValue
}

/** The columns, in the order of the file. */
export const tableColumns: readonly TableColumn[] = [
  text('id', ({ id }) => id),
  { name: 'date_start', kind: 'day', valueOf: ({ date }) => date.start },
  { name: 'date_end', kind: 'day', valueOf: ({ date }) => date.end ?? date.start },
  text('time_precision', ({ date }) => date.precision),
  text('time', ({ date }) => date.time),
  ...codedColumns(),
  text('title_en', ({ title }) => title.en),
  text('title_ar', ({ title }) => title.ar),
  text('title_fr', ({ title }) => title.fr),
  text('summary_en', ({ summary }) => summary.en),
  text('summary_ar', ({ summary }) => summary.ar),
  text('summary_fr', ({ summary }) => summary.fr),
  ...placeColumns(),
  { name: 'longitude', kind: 'degrees', valueOf: (incident) => positionOf(incident)?.[0] },
  { name: 'latitude', kind: 'degrees', valueOf: (incident) => positionOf(incident)?.[1] },
  text('actors', ({ actors }, { names }) =>
    lines(actors.map(({ id, role }) => `${names.actor(id)} (${role})`)),
  ),
  ...tollColumns('killed'),
  ...tollColumns('wounded'),
  text('casualties', ({ casualties = [], sources }, { names }) =>
    lines(casualties.map((each) => casualtyText(each, sources, names.speaker))),
  ),
  text('disputed', ({ disputed }) => disputed?.join('; ')),
  text('claims', ({ claims = [], sources }, { names }) =>
    lines(claims.map((claim) => claimText(claim, sources, names.speaker))),
  ),
  text('sources', ({ sources }) =>
    lines(sources.map(({ publisher, url }) => [publisher, url].filter(Boolean).join(' '))),
  ),
  { name: 'source_count', kind: 'count', valueOf: ({ sources }) => sources.length },
  text('related', ({ related }) => related?.join('; ')),
  text('tags', ({ tags }) => tags?.join('; ')),
  text('licence', (_, { about }) => about?.licence && `${about.licence.name} ${about.licence.url}`),
  text('citation', (_, { about }) => about?.citation),
  text('details', (incident, { names }) => JSON.stringify(detailsOf(incident, names))),
]

function text(name: string, valueOf: TableColumn['valueOf']): TableColumn {
  return { name, kind: 'text', valueOf: (incident, context) => valueOf(incident, context) || undefined }
}

/** One column for each field of codes, in the order of the table of fields. */
function codedColumns(): TableColumn[] {
  return [...codeFieldIds, ...codesFieldIds].map((id) => {
    const { exported, of } = fields[id]
    return text(exported, (incident) => {
      const codes = of(incident)
      return typeof codes === 'string' ? codes : codes?.join('; ')
    })
  })
}

/** The nearest place by name, and the region and the country that it lies in. */
function placeColumns(): TableColumn[] {
  const level = (kind: 'region' | 'country') =>
    text(kind, ({ place }, { names }) =>
      plainName(names.places(place.id).find((each) => each.kind === kind)?.name),
    )
  return [
    text('place', ({ place }, { names }) => nameOfPlace(names.places(place.id)[0], place.id)),
    level('region'),
    level('country'),
  ]
}

/** Nothing for the entry of places that are not named; the id of a place that the gazetteer lacks. */
function nameOfPlace(place: Place | undefined, id: string): CellValue {
  return place ? plainName(place.name) : id
}

/**
 * Least and greatest number of dead or wounded over all claimants, empty where no claimant gives one; how the numbers
 * relate to each other; and who gives them.
 */
function tollColumns(which: 'killed' | 'wounded'): TableColumn[] {
  const toll = ({ casualties = [] }: Incident) => tollOf(casualties, which)
  return [
    { name: `${which}_min`, kind: 'count', valueOf: (incident) => toll(incident).min ?? undefined },
    { name: `${which}_max`, kind: 'count', valueOf: (incident) => toll(incident).max ?? undefined },
    text(`${which}_standing`, (incident) => toll(incident).standing),
    text(`${which}_by`, ({ casualties = [] }, { names }) =>
      [
        ...new Set(casualties.filter((each) => givesNumber(each, which)).map(({ by }) => names.speaker(by))),
      ].join('; '),
    ),
  ]
}

function givesNumber(entry: Casualties, which: 'killed' | 'wounded'): boolean {
  return tollOf([entry], which).min !== null
}

/** One item a line: a spreadsheet shows them below each other in one cell. */
function lines(items: readonly string[]): string {
  return items.join('\n')
}
