import type { Position, Shapes } from './shapePoint.ts'

/** Levels of geometry collections that are read. */
const MAX_LEVELS = 8

/** Positions of a GeoJSON geometry as parsed; what is no position is left out. */
export function geojsonShapes(geometry: unknown): Shapes {
  const shapes: Shapes = { points: [], lines: [], polygons: [] }
  collect(geometry, shapes, 0)
  return shapes
}

function collect(geometry: unknown, shapes: Shapes, level: number): void {
  if (typeof geometry !== 'object' || geometry === null || level > MAX_LEVELS) return
  const type = 'type' in geometry ? geometry.type : undefined
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : undefined
  if (type === 'Point') shapes.points.push(...positions([coordinates]))
  if (type === 'MultiPoint') for (const position of positions(coordinates)) shapes.points.push(position)
  if (type === 'LineString') shapes.lines.push(positions(coordinates))
  if (type === 'MultiLineString') for (const line of items(coordinates)) shapes.lines.push(positions(line))
  if (type === 'Polygon') shapes.polygons.push(items(coordinates).map(positions))
  if (type === 'MultiPolygon')
    for (const polygon of items(coordinates)) shapes.polygons.push(items(polygon).map(positions))
  const parts = 'geometries' in geometry ? geometry.geometries : undefined
  if (type === 'GeometryCollection') for (const part of items(parts)) collect(part, shapes, level + 1)
}

function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function positions(value: unknown): Position[] {
  const found: Position[] = []
  for (const item of items(value)) {
    const [x, y]: unknown[] = items(item)
    if (typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y))
      found.push([x, y])
  }
  return found
}
