import type { Incident } from '../../incidents/incident.ts'
import type { Engine } from '../../engine/engine.ts'
import type { IncidentDetails } from '../../query/incidentSource.ts'

/** A record with what its page shows beside it. @param row of the record */
export function detailsOf(engine: Engine, row: number, incident: Incident): IncidentDetails {
  const related = (incident.related ?? []).flatMap((id) => engine.rowOf(id) ?? [])
  return {
    incident,
    summary: engine.summary(row),
    // Rows are in the order of days.
    related: [...new Set(related)].toSorted((a, b) => a - b).map((each) => engine.summary(each)),
  }
}
