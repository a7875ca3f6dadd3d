/** A position as [x, y] or [longitude, latitude], in degrees or another unit. */
export type Position = readonly [number, number]

/** What a geometry is made of. Rings are outer boundary and holes of one polygon. */
export interface Shapes {
  points: Position[]
  lines: Position[][]
  polygons: Position[][][]
}

/**
 * One point that stands for shapes: the first point; else a point inside the largest polygon; else the middle vertex of
 * the first line. undefined where there is none.
 */
export function shapePoint({ points, lines, polygons }: Shapes): Position | undefined {
  const [point] = points
  if (point) return point
  let largest: Position[][] | undefined
  for (const polygon of polygons)
    if (!largest || ringArea(polygon[0] ?? []) > ringArea(largest[0] ?? [])) largest = polygon
  const inside = largest && insidePolygon(largest)
  if (inside) return inside
  const line = lines.find(({ length }) => length > 0)
  return line?.[Math.floor((line.length - 1) / 2)]
}

/** The centroid of a polygon where it is inside, else the middle of its widest stretch at half its height. */
function insidePolygon(rings: readonly Position[][]): Position | undefined {
  const [outer = []] = rings
  const [first] = outer
  if (!first) return undefined
  const centre = centroid(outer, first)
  if (centre && isInside(rings, centre)) return centre
  const heights = [...new Set(outer.map(([, y]) => y))].toSorted((a, b) => a - b)
  const middle = Math.floor((heights.length - 1) / 2)
  const y = ((heights[middle] ?? 0) + (heights[middle + 1] ?? heights[middle] ?? 0)) / 2
  const crossings = crossingsAt(rings, y)
  let widest: Position | undefined
  let width = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = [crossings[i], crossings[i + 1]]
    if (to - from > width) [width, widest] = [to - from, [(from + to) / 2, y]]
  }
  return widest ?? first
}

/** Twice the signed area of a ring, about its first position for the sake of precision. */
function signedArea(ring: readonly Position[]): number {
  const [first] = ring
  if (!first) return 0
  let sum = 0
  eachEdge(ring, ([ax, ay], [bx, by]) => {
    sum += (ax - first[0]) * (by - first[1]) - (bx - first[0]) * (ay - first[1])
  })
  return sum
}

function ringArea(ring: readonly Position[]): number {
  return Math.abs(signedArea(ring))
}

/** Centroid of the area of a ring; undefined where it has no area. */
function centroid(ring: readonly Position[], [x0, y0]: Position): Position | undefined {
  const area = signedArea(ring)
  let [x, y] = [0, 0]
  eachEdge(ring, ([ax, ay], [bx, by]) => {
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    x += (ax + bx - 2 * x0) * cross
    y += (ay + by - 2 * y0) * cross
  })
  const centre: Position = [x0 + x / (3 * area), y0 + y / (3 * area)]
  return centre.every(Number.isFinite) ? centre : undefined
}

/** Whether an odd number of edges lies to the right. */
function isInside(rings: readonly Position[][], [x, y]: Position): boolean {
  return crossingsAt(rings, y).filter((crossing) => crossing > x).length % 2 === 1
}

/** The x at which edges cross a height, ascending. */
function crossingsAt(rings: readonly Position[][], y: number): number[] {
  const found: number[] = []
  for (const ring of rings) {
    eachEdge(ring, ([ax, ay], [bx, by]) => {
      if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
    })
  }
  return found.toSorted((a, b) => a - b)
}

function eachEdge(ring: readonly Position[], visit: (from: Position, to: Position) => void): void {
  let previous = ring.at(-1)
  for (const position of ring) {
    if (previous) visit(previous, position)
    previous = position
  }
}

/** A coordinate as text, to a tenth of a metre where it is in degrees. */
export function coordinateText(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}
