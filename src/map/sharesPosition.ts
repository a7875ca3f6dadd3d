import type { Cell } from '../query/incidentResult.ts'

/** Whether all incidents of a cell have the same position, so that no zoom takes them apart. */
export function sharesPosition({ bounds: { west, south, east, north } }: Cell): boolean {
  return west === east && south === north
}
