import type { Engine } from '../../engine/engine.ts'
import type { Incident } from '../../incidents/incident.ts'
import type { IncidentDetails } from '../../query/incidentSource.ts'

/**
 * A record with what its page shows beside it.
 * @param row row of the record in the engine's table
 */
export function detailsOf(engine: Engine, row: number, incident: Incident): IncidentDetails {
  const related = (incident.related ?? []).flatMap((id) => engine.rowOf(id) ?? [])
  return {
    incident,
    summary: engine.summary(row),
    // Rows are sorted by day, so row order is time order.
    related: [...new Set(related)].toSorted((a, b) => a - b).map((each) => engine.summary(each)),
  }
}
