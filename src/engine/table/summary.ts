import { textAt, type IncidentTexts } from '../../incidents/columns.ts'
import type { Translated } from '../../incidents/incident.ts'
import {
  eventTypes,
  geoPrecisions,
  languages,
  statuses,
  subEventTypes,
  timePrecisions,
  tollStandings,
} from '../../incidents/vocabulary.ts'
import type { IncidentSummary } from '../../query/incidentResult.ts'
import { entryAt } from '../entryAt.ts'
import { codeOf } from './codeOf.ts'
import type { IncidentTable } from './table.ts'

/**
 * What a list shows of one row.
 * @param texts null while they are loading, as is then the title
 * @throws RangeError where the table has no such row
 */
export function summaryOf(
  { columns }: IncidentTable,
  texts: IncidentTexts | null,
  row: number,
): IncidentSummary {
  const at = (column: ArrayLike<number>) => entryAt(column, row, 'row')
  const start = at(columns.day)
  return {
    id: textAt(columns.id, row),
    title: texts && titleOf(texts, row),
    start,
    end: start + at(columns.days),
    timePrecision: codeOf(timePrecisions, at(columns.timePrecision)),
    type: codeOf(eventTypes, at(columns.type)),
    subtype: codeOf(subEventTypes, at(columns.subtype)),
    status: codeOf(statuses, at(columns.status)),
    place: at(columns.place),
    position: Number.isNaN(at(columns.lng)) ? null : [at(columns.lng), at(columns.lat)],
    geoPrecision: codeOf(geoPrecisions, at(columns.geoPrecision)),
    deaths: {
      standing: codeOf(tollStandings, at(columns.deaths)),
      min: numberOrNull(at(columns.fatalitiesMin)),
      max: numberOrNull(at(columns.fatalitiesMax)),
    },
    sources: at(columns.sources),
    ...(columns.isOwn && { isOwn: at(columns.isOwn) === 1 }),
  }
}

/** The title in every language that has one. */
function titleOf({ title }: IncidentTexts, row: number): Translated {
  const texts: Translated = {}
  for (const language of languages) {
    const text = textAt(title[language], row)
    if (text) texts[language] = text
  }
  return texts
}

/** Columns hold -1 where no one gives a number. */
function numberOrNull(count: number): number | null {
  return count < 0 ? null : count
}
