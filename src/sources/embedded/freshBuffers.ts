import type { IncidentResult } from '../../query/incidentResult.ts'

/** The buffers that were made for this result alone: they can be handed over without a copy. */
export function freshBuffers({ histogram, facets }: IncidentResult): ArrayBuffer[] {
  const bins = histogram ? [histogram.starts, histogram.certain, histogram.uncertain] : []
  return [...bins, ...Object.values(facets)].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  )
}
