import Supercluster from 'supercluster'
import type { IncidentColumns } from '../../src/incidents/columns.ts'
import { spanOf } from './ours.ts'
import { BRUSH, brushSteps, timeSteps, type Measured } from './steps.ts'

/** supercluster, which cannot filter: each step loads the points that pass and reads the cells; no counts, no list. */
export function measureSupercluster({ rows, day, lng, lat, ...columns }: IncidentColumns): Measured {
  const points = Array.from({ length: rows }, (_, row) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Point' as const, coordinates: [lng[row] ?? 0, lat[row] ?? 0] },
  }))
  const { first, last } = spanOf({ rows, day, lng, lat, ...columns })
  const step = ([from, to]: [number, number]) => {
    const passing = points.filter((_, row) => (day[row] ?? 0) >= from && (day[row] ?? 0) <= to)
    return new Supercluster({ radius: 68, maxZoom: 12 }).load(passing).getClusters([-20, -10, 75, 50], 3)
      .length
  }
  return { name: 'supercluster, cells alone', steps: [timeSteps(BRUSH, brushSteps(first, last, 10), step)] }
}
