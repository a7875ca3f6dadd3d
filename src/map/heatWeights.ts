import { mercatorX, mercatorY, type Bounds } from '../incidents/place.ts'
import type { Cell } from '../query/incidentResult.ts'

/** Radius of heat in CSS pixels: the zoom at which each is reached; between them it grows evenly. */
export const HEAT_RADIUS = [
  [3, 18],
  [10, 42],
] as const

/** Share of the greatest count that the middle of all counts is to come to at least. */
const MIDDLE = 0.12

/** Height of the library's kernel for a weight of one, and how steeply it falls with the radius. */
const PEAK = 1 / Math.sqrt(2 * Math.PI)
const FALL = 4.5

/**
 * Weights that make the hottest spot in sight just as hot as the scale goes. Where counts are far apart their
 * differences are drawn smaller than they are, so that the rest of the map is not pale beside one city.
 * @param bounds what is in sight
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

function sightOf({ west, south, east, north }: Bounds): (cell: Cell) => boolean {
  const width = east < west ? east - west + 360 : east - west
  return ({ position: [lng, lat] }) => {
    const from = lng - west - 360 * Math.floor((lng - west) / 360)
    return from <= width && lat >= south && lat <= north
  }
}

/** The greatest density at any of the cells in sight. */
function densityPeak(
  cells: readonly Cell[],
  weights: readonly number[],
  isSeen: (cell: Cell) => boolean,
  zoom: number,
): number {
  const radius = heatRadius(zoom)
  const world = 512 * 2 ** zoom
  // In radii.
  const spots = cells.map(({ position: [lng, lat] }) => ({
    x: (mercatorX(lng) * world) / radius,
    y: (mercatorY(lat) * world) / radius,
  }))
  const squares = new Map<string, number[]>()
  const key = (x: number, y: number) => `${Math.floor(x)} ${Math.floor(y)}`
  for (const [at, { x, y }] of spots.entries()) {
    const square = squares.get(key(x, y))
    if (square) square.push(at)
    else squares.set(key(x, y), [at])
  }
  const densityAt = ({ x, y }: { x: number; y: number }) => {
    let density = 0
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        for (const other of squares.get(key(x + dx, y + dy)) ?? []) {
          const [byX, byY] = [(spots[other]?.x ?? 0) - x, (spots[other]?.y ?? 0) - y]
          density += PEAK * (weights[other] ?? 0) * Math.exp(-FALL * (byX * byX + byY * byY))
        }
      }
    }
    return density
  }
  return spots.reduce((peak, spot, at) => {
    const cell = cells[at]
    return cell && isSeen(cell) ? Math.max(peak, densityAt(spot)) : peak
  }, 0)
}

function heatRadius(zoom: number): number {
  const [[from, least], [to, most]] = HEAT_RADIUS
  const share = Math.max(0, Math.min(1, (zoom - from) / (to - from)))
  return least + share * (most - least)
}
