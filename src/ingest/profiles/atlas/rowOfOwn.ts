import type { Incident } from '../../../incidents/incident.ts'
import { NOT_STATED } from '../../../incidents/vocabulary.ts'
import { plainName, type Names } from '../../../tabular/namesOf.ts'
import { entriesOf } from '../../../tabular/recordDetails.ts'
import type { RowIncident } from '../../rowIncident.ts'

/**
 * What a whole record says, as any other row would say it; the record itself is `own`.
 * @param names what its ids stand for
 */
export function rowOfOwn(incident: Incident, names: Names): RowIncident {
  const { id, title, summary, date, place, type, subtype, weapons, claims, sources, status } = incident
  const chain = names.places(place.id)
  const nameOf = (kind: string) => plainName(chain.find((each) => each.kind === kind)?.name)
  return {
    id,
    title,
    summary,
    date,
    place: {
      country: nameOf('country'),
      region: nameOf('region'),
      locality: nameOf('locality'),
      position: place.lng === undefined || place.lat === undefined ? undefined : [place.lng, place.lat],
      precision: stated(place.precision),
    },
    type: stated(type),
    subtype: stated(subtype),
    weapons,
    actors: incident.actors.map(({ id: actorId, role }) => {
      const entry = names.actorEntry(actorId)
      return { name: entry?.name ?? { en: actorId }, role, kind: entry && stated(entry.kind) }
    }),
    casualties: incident.casualties ?? [],
    claims,
    sources,
    status,
    tags: incident.tags ?? [],
    own: { incident, entries: entriesOf(incident, names) },
  }
}

function stated<T extends string>(code: T): Exclude<T, typeof NOT_STATED> | undefined {
  return code === NOT_STATED ? undefined : (code as Exclude<T, typeof NOT_STATED>)
}
