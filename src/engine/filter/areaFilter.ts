import { boundsContain, type Bounds } from '../../incidents/place.ts'
import { isDrawn, type Spots } from '../table/positions.ts'

/** Its position lies in the area; what is known only to its country has none. */
export function areaFilter(spots: Spots, area: Bounds): (row: number) => boolean {
  const inside = new Uint8Array(spots.count)
  for (let spot = 0; spot < spots.count; spot += 1) {
    if (isDrawn(spots, spot) && boundsContain(area, spots.lng[spot] ?? NaN, spots.lat[spot] ?? NaN))
      inside[spot] = 1
  }
  return (row) => inside[spots.of[row] ?? -1] === 1
}
