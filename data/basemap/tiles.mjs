import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { gzipSync } from 'node:zlib'

const EXTENT = 4096

/**
 * Vector tiles of the layers.
 * @param layers name -> features; a feature's `from` keeps it out of farther zooms
 * @param area degrees; without it the world
 * @returns [{ z, x, y, data }], gzip
 */
export function makeTiles(layers, minZoom, maxZoom, area = { west: -180, south: -85, east: 180, north: 85 }) {
  const indexes = Object.entries(layers).map(([name, features]) => [name, indexOf(features, maxZoom)])
  const tiles = []
  for (let z = minZoom; z <= maxZoom; z += 1) {
    const side = 2 ** z
    const [left, right] = [column(area.west, side), column(area.east, side)]
    const [top, bottom] = [line(area.north, side), line(area.south, side)]
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        const data = tile(indexes, z, x, y)
        if (data) tiles.push({ z, x, y, data: gzipSync(data, { level: 9 }) })
      }
    }
  }
  return tiles
}

function indexOf(features, maxZoom) {
  const tolerance = 2.5
  return new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom, indexMaxZoom: 4, tolerance, extent: EXTENT, buffer: 64 })
}

function tile(indexes, z, x, y) {
  const layers = {}
  for (const [name, index] of indexes) {
    const found = index.getTile(z, x, y)
    const features = (found?.features ?? []).filter(({ tags }) => !(tags?.from > z))
    if (features.length > 0) layers[name] = { ...found, features: features.map(withoutFrom) }
  }
  return Object.keys(layers).length === 0 ? undefined : fromGeojsonVt(layers, { version: 2, extent: EXTENT })
}

function withoutFrom(feature) {
  const { from, ...tags } = feature.tags ?? {}
  return { ...feature, tags }
}

const clamp = (value, side) => Math.max(0, Math.min(side - 1, Math.floor(value)))
const column = (lng, side) => clamp(((lng + 180) / 360) * side, side)
function line(lat, side) {
  const sin = Math.sin((lat * Math.PI) / 180)
  return clamp((0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * side, side)
}
