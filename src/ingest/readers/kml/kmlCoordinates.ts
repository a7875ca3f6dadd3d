import type { Position } from '../shapes/shapePoint.ts'

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Longitude, latitude and, if given, altitude of a point, as they are written. Spaces after commas, which are not
 * allowed but common, do no harm.
 */
export function pointTexts(coordinates: string): string[] {
  return coordinates
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 3)
}

/** Positions of a line or ring; tuples that are no numbers are left out. */
export function linePositions(coordinates: string): Position[] {
  const positions: Position[] = []
  for (const tuple of coordinates.split(/\s+/)) {
    const [lng = '', lat = ''] = tuple.split(',', 2)
    if (decimal.test(lng) && decimal.test(lat)) positions.push([Number(lng), Number(lat)])
  }
  return positions
}
