import type { Incident } from '../incidents/incident.ts'
import type { LngLat } from '../incidents/place.ts'
import { tollOf } from '../incidents/toll.ts'
import { namesOf, plainName } from '../tabular/namesOf.ts'
import { positionOf } from '../tabular/positionOf.ts'
import { entriesOf } from '../tabular/recordDetails.ts'
import { tableColumns, type TableContext } from '../tabular/tableColumns.ts'
import type { RecordWriter } from './recordWriter.ts'
import { textFile } from './textFile.ts'

/** Columns of the table form whose names no record has: for programs that show only plain values. */
const plainColumns = tableColumns.filter(({ name }) =>
  /^(date_|time_precision|event_type|sub_event_type|geo_precision|(killed|wounded)_|source_count)/.test(name),
)

/**
 * RFC 7946: a FeatureCollection with one feature for each incident, whose properties are the whole record with names
 * beside the ids. An incident known only to its country, or without a position, has no geometry: a point would claim
 * more than is known. `entries` holds what the ids stand for. Each feature is a line of its own.
 */
export const writeGeojson: RecordWriter = (groups, { dictionaries, about }) => {
  const context = { names: namesOf(dictionaries), about }
  const { licence, citation } = about
  const members = JSON.stringify({ type: 'FeatureCollection', licence, citation }).slice(0, -1)
  return textFile(groups, {
    head: `${members},"features":[\n`,
    separator: ',\n',
    tail: '\n]}\n',
    write: (records) => records.map((incident) => JSON.stringify(featureOf(incident, context))).join(',\n'),
  })
}

function featureOf(incident: Incident, context: TableContext) {
  const { names } = context
  return {
    type: 'Feature',
    id: incident.id,
    geometry: pointOf(incident),
    properties: {
      ...incident,
      ...Object.fromEntries(
        plainColumns.map(({ name, valueOf }) => [name, valueOf(incident, context) ?? null]),
      ),
      killed: tollOf(incident.casualties ?? [], 'killed'),
      wounded: tollOf(incident.casualties ?? [], 'wounded'),
      casualties: incident.casualties?.map((entry) => ({ ...entry, by_name: names.speaker(entry.by) })),
      claims: incident.claims?.map((claim) => ({
        ...claim,
        by_name: names.speaker(claim.by ?? claim.attributedTo ?? ''),
      })),
      place: {
        ...incident.place,
        within: names.places(incident.place.id).flatMap(({ name }) => plainName(name) ?? []),
      },
      actors: incident.actors.map((actor) => ({ ...actor, name: names.actor(actor.id) })),
      entries: entriesOf(incident, names),
    },
  }
}

function pointOf(incident: Incident): { type: 'Point'; coordinates: LngLat } | null {
  const coordinates = positionOf(incident)
  return coordinates ? { type: 'Point', coordinates } : null
}
