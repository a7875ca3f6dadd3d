import { boundsContain, type Bounds } from '../../incidents/place.ts'
import { isDrawn, type Positions } from '../table/positions.ts'

/** Passes rows whose position lies in the area; a row known only to its country, or without a position, never does. */
export function areaFilter(positions: Positions, area: Bounds): (row: number) => boolean {
  const { count, ofRow, lng, lat } = positions
  const isInside = new Uint8Array(count)
  for (let position = 0; position < count; position += 1)
    if (isDrawn(positions, position) && boundsContain(area, lng[position]!, lat[position]!))
      isInside[position] = 1
  return (row) => isInside[ofRow[row]!] === 1
}
