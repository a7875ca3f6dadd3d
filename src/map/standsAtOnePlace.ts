import type { Cell } from '../query/incidentResult.ts'

/** Whether no zoom parts the incidents of a cell. */
export function standsAtOnePlace({ bounds: { west, south, east, north } }: Cell): boolean {
  return west === east && south === north
}
