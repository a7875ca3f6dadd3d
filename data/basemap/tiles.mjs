import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { gzipSync } from 'node:zlib'

const EXTENT = 4096

/**
 * Vector tiles of the layers, without gaps: a tile of the open sea is there too, and is empty. So a tile that is not in
 * the archive is one that was left out, and whoever reads it draws the tile above it instead.
 * @param layers name -> features; a feature's `from` keeps it out of farther zooms
 * @param area degrees
 * @param early from(z, x, y): features of which zoom a tile has already
 * @returns [{ z, x, y, data }], gzip
 */
export function makeTiles(layers, minZoom, maxZoom, area, early = (z) => z) {
  const indexes = Object.entries(layers).map(([name, features]) => [name, indexOf(features, maxZoom)])
  const tiles = []
  for (let z = minZoom; z <= maxZoom; z += 1) {
    const { left, right, top, bottom } = tileRange(area, z)
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        tiles.push({ z, x, y, data: gzipSync(tile(indexes, z, x, y, early(z, x, y)), { level: 9 }) })
      }
    }
  }
  return tiles
}

/** Tiles of a zoom that have a part in the area; inclusive. */
export function tileRange({ west, south, east, north }, z) {
  const side = 2 ** z
  return {
    left: column(west, side),
    right: column(east, side),
    top: line(north, side),
    bottom: line(south, side),
  }
}

function indexOf(features, maxZoom) {
  const collection = { type: 'FeatureCollection', features }
  return new GeoJSONVT(collection, { maxZoom, indexMaxZoom: 4, tolerance: 2.5, extent: EXTENT, buffer: 64 })
}

function tile(indexes, z, x, y, until) {
  const layers = {}
  for (const [name, index] of indexes) {
    const found = index.getTile(z, x, y)
    const features = (found?.features ?? []).filter(({ tags }) => !(tags?.from > until))
    if (features.length > 0) layers[name] = { ...found, features: features.map(withoutFrom) }
  }
  return fromGeojsonVt(layers, { version: 2, extent: EXTENT })
}

function withoutFrom(feature) {
  const { from: _, ...tags } = feature.tags ?? {}
  return { ...feature, tags }
}

const clamp = (value, side) => Math.max(0, Math.min(side - 1, Math.floor(value)))
const column = (lng, side) => clamp(((lng + 180) / 360) * side, side)
function line(lat, side) {
  const sin = Math.sin((lat * Math.PI) / 180)
  return clamp((0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * side, side)
}
