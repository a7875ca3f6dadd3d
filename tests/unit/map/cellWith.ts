import type { Cell } from '../../../src/query/incidentResult.ts'

/** A cell of one incident of the third event type, with some of its fields changed. */
export function cellWith(change: Partial<Cell> = {}): Cell {
  const [lng, lat] = change.position ?? [0, 0]
  return {
    key: `0/${lng}/${lat}`,
    position: [lng, lat],
    count: 1,
    radius: 11,
    byType: [0, 0, 1, 0, 0, 0, 0],
    imprecise: 0,
    bounds: { west: lng, south: lat, east: lng, north: lat },
    ...change,
  }
}
