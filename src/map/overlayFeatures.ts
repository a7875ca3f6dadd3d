import type { Feature, FeatureCollection } from 'geojson'
import type { Bounds, LngLat } from '../incidents/place.ts'
import { drawnPosition } from '../query/drawnPosition.ts'
import type { Cell, IncidentSummary } from '../query/incidentResult.ts'
import { heatWeights } from './heatWeights.ts'

/** A GeoJSON collection of the features. */
export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

/**
 * Points with the weights of the heat map, one per cell.
 * @param bounds what is in sight; the highest density within it is the top of the scale
 * @param zoom of the map
 */
export function heatFeatures(cells: readonly Cell[], bounds: Bounds, zoom: number): FeatureCollection {
  const weights = heatWeights(cells, bounds, zoom)
  return collection(cells.map(({ position }, at) => point(position, { weight: weights[at] ?? 0 })))
}

/**
 * Lines from the open incident to its related ones, with a point at the end of each. Incidents that the
 * map does not draw, and those at the same position, have none.
 */
export function relatedFeatures(
  open: IncidentSummary,
  related: readonly IncidentSummary[],
): FeatureCollection {
  const from = drawnPosition(open)
  if (!from) return collection([])
  const elsewhere = related
    .flatMap((each) => {
      const position = drawnPosition(each)
      return position ? [position] : []
    })
    .filter((position) => position[0] !== from[0] || position[1] !== from[1])
  return collection(
    elsewhere.flatMap((position): Feature[] => [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: [[...from], towards(from, position)] },
      },
      point(position, {}),
    ]),
  )
}

/** The copy of `to` that is nearest to `from`, so that a line across the antimeridian takes the short way. */
function towards(from: LngLat, to: LngLat): [number, number] {
  return [to[0] + 360 * Math.round((from[0] - to[0]) / 360), to[1]]
}

/** The outline of the filtered area; empty without one. */
export function areaFeatures(area: Bounds | null): FeatureCollection {
  if (!area) return collection([])
  const { west, south, north } = area
  const east = area.east < west ? area.east + 360 : area.east
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return collection([
    { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: ring } },
  ])
}

function point(position: LngLat, properties: Feature['properties']): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...position] } }
}
