import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { readFileSync } from 'node:fs'
import { PMTiles, type Source } from 'pmtiles'
import type { LngLat } from '../../../src/incidents/place.ts'

/** A committed file of the basemap. @param file below public/basemap/ */
export function basemapFile(file: string): Buffer {
  return readFileSync(new URL(`../../../public/basemap/${file}`, import.meta.url))
}

/** A committed archive, read from memory as the page does. @param file below public/basemap/ */
export function archiveOf(file: string): PMTiles {
  const bytes = basemapFile(file)
  const source: Source = {
    getKey: () => file,
    getBytes: (offset, length) =>
      Promise.resolve({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
  }
  return new PMTiles(source)
}

/** The archive of the world. */
export const ground = archiveOf('ground.pmtiles')

/** Column and row of the tile that contains a position. */
export function tileOf([lng, lat]: LngLat, zoom: number): { x: number; y: number } {
  const side = 2 ** zoom
  const sine = Math.sin((lat * Math.PI) / 180)
  return {
    x: Math.floor(((lng + 180) / 360) * side),
    y: Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side),
  }
}

/** Features of one layer in the tile that contains a position; null where the archive has no such tile. */
export async function featuresAt(
  layer: string,
  position: LngLat,
  zoom: number,
  archive = ground,
): Promise<{ feature: VectorTileFeature; tile: { x: number; y: number; z: number } }[] | null> {
  const { x, y } = tileOf(position, zoom)
  const answer = await archive.getZxy(zoom, x, y)
  if (!answer) return null
  const found = new VectorTile(new PbfReader(new Uint8Array(answer.data))).layers[layer]
  if (!found) return []
  return Array.from({ length: found.length }, (_, index) => ({
    feature: found.feature(index),
    tile: { x, y, z: zoom },
  }))
}

/** Property `disputed` of each border near a position. @param within largest distance in degrees */
export async function bordersNear(
  position: LngLat,
  zoom: number,
  within: number,
  archive = ground,
): Promise<unknown[]> {
  const features = (await featuresAt('borders', position, zoom, archive)) ?? []
  return features
    .filter(({ feature, tile }) => {
      const { geometry } = feature.toGeoJSON(tile.x, tile.y, tile.z)
      return pathsOf(geometry).some((path) => isNear(path, position, within))
    })
    .map(({ feature }) => feature.properties['disputed'])
}

function pathsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : []
}

function isNear(path: GeoJSON.Position[], position: LngLat, within: number): boolean {
  return path.slice(1).some((end, index) => distance(position, path[index] ?? end, end) <= within)
}

/** Distance from a point to a segment in degrees, as on a plane: exact enough within a tile. */
function distance(
  [px, py]: LngLat,
  [ax = 0, ay = 0]: GeoJSON.Position,
  [bx = 0, by = 0]: GeoJSON.Position,
): number {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2
  const along = squared === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / squared
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(px - ax - share * (bx - ax), py - ay - share * (by - ay))
}
