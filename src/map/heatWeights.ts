import { mercatorX, mercatorY, type Bounds } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'

/** Radius of the kernel as [zoom, CSS pixels]; linear between the two. */
export const HEAT_RADIUS = [
  [3, 18],
  [10, 42],
] as const

/** The median count is drawn at this share of the greatest count at least. */
const MIDDLE = 0.12

/**
 * The library's kernel: its value at the centre for a weight of 1, and its exponent at one radius. Source: the
 * heatmap shaders of maplibre-gl.
 */
const PEAK = 1 / Math.sqrt(2 * Math.PI)
const FALL = 4.5

/**
 * Weights for the heat map, one per cell, scaled so that the highest density in sight is exactly 1, the top of
 * the scale. Where the counts are far apart they are compressed by an exponent, so that one city does not leave
 * the rest of the map pale.
 * @param bounds what is in sight; the cells within it set the scale
 * @param zoom of the map, which sets the kernel's radius
 */
export function heatWeights(cells: readonly Cell[], bounds: Bounds, zoom: number): number[] {
  const isSeen = sightOf(bounds)
  const seen = cells.filter(isSeen)
  const counts = (seen.length > 0 ? seen : cells).map(({ count }) => count).toSorted((a, b) => a - b)
  const [most, middle] = [counts.at(-1) ?? 1, counts[counts.length >> 1] ?? 1]
  const exponent = middle < most ? Math.min(1, Math.log(MIDDLE) / Math.log(middle / most)) : 1
  const weights = cells.map(({ count }) => (count / most) ** exponent)
  const hottest = densityPeak(cells, weights, isSeen, zoom) || 1
  return weights.map((weight) => weight / hottest)
}

/** A test whether a cell's position lies within the bounds, which may cross the antimeridian. */
function sightOf({ west, south, east, north }: Bounds): (cell: Cell) => boolean {
  const width = east < west ? east - west + 360 : east - west
  return ({ position: [lng, lat] }) => {
    const from = lng - west - 360 * Math.floor((lng - west) / 360)
    return from <= width && lat >= south && lat <= north
  }
}

/**
 * The highest density at the position of any cell in sight. The kernel ends at one radius, so the neighbours of
 * a cell are found in a grid of squares that are one radius wide.
 */
function densityPeak(
  cells: readonly Cell[],
  weights: readonly number[],
  isSeen: (cell: Cell) => boolean,
  zoom: number,
): number {
  const unit = (512 * 2 ** zoom) / heatRadius(zoom)
  // In units of the kernel's radius.
  const points = cells.map(({ position: [lng, lat] }, index) => ({
    x: mercatorX(lng) * unit,
    y: mercatorY(lat) * unit,
    weight: weights[index] ?? 0,
  }))
  const squares = new Map<string, typeof points>()
  const keyOf = (x: number, y: number) => `${Math.floor(x)} ${Math.floor(y)}`
  for (const point of points) {
    const key = keyOf(point.x, point.y)
    const square = squares.get(key)
    if (square) square.push(point)
    else squares.set(key, [point])
  }
  const densityAt = (x: number, y: number) => {
    let density = 0
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        for (const other of squares.get(keyOf(x + dx, y + dy)) ?? [])
          density += PEAK * other.weight * Math.exp(-FALL * ((other.x - x) ** 2 + (other.y - y) ** 2))
      }
    }
    return density
  }
  return points.reduce((peak, { x, y }, index) => {
    const cell = cells[index]
    return cell && isSeen(cell) ? Math.max(peak, densityAt(x, y)) : peak
  }, 0)
}

/** Radius of the kernel at a zoom, in CSS pixels. */
function heatRadius(zoom: number): number {
  const [[from, least], [to, most]] = HEAT_RADIUS
  const share = Math.max(0, Math.min(1, (zoom - from) / (to - from)))
  return least + share * (most - least)
}
