import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { gzipSync } from 'node:zlib'

const EXTENT = 4096
/** Reach of a tile's lines and polygons beyond its edges, in its own units. */
const BUFFER = 64
/** geojson-vt's code of a point. */
const POINT = 1

/**
 * Vector tiles of the layers, without gaps: a tile of the open sea is there too, and is empty. So a tile that is not in
 * the archive is one that was left out, and whoever reads it draws the tile above it instead.
 * @param layers name -> features; a feature's `from` keeps it out of farther zooms
 * @param tiles [{ z, x, y }]
 * @param closest zoom after which tiles are drawn larger: these have all features, each with its `from`
 * @param bytes name -> bytes of the layer before compression, added up
 * @returns [{ z, x, y, data }], gzip
 */
export function makeTiles(layers, tiles, closest, bytes = {}) {
  const indexes = Object.entries(layers).map(([name, features]) => [name, indexOf(features, closest)])
  return tiles.map(({ z, x, y }) => {
    const found = tile(indexes, z, x, y, z === closest)
    for (const [name, layer] of Object.entries(found))
      bytes[name] = (bytes[name] ?? 0) + encode({ [name]: layer }).length
    return { z, x, y, data: gzipSync(encode(found), { level: 9 }) }
  })
}

const encode = (layers) => fromGeojsonVt(layers, { version: 2, extent: EXTENT })

/** All tiles of an area (degrees) from one zoom to another. */
export function tilesOfArea(area, minZoom, maxZoom) {
  const tiles = []
  for (let z = minZoom; z <= maxZoom; z += 1) {
    const { left, right, top, bottom } = tileRange(area, z)
    for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) tiles.push({ z, x, y })
  }
  return tiles
}

/** Tiles that a polygon feature has a part in. */
export function tilesOfOutline(outline, area, minZoom, maxZoom) {
  const index = indexOf([outline], maxZoom)
  return tilesOfArea(area, minZoom, maxZoom).filter(
    ({ z, x, y }) => index.getTile(z, x, y)?.features.length > 0,
  )
}

/** Tiles of a zoom that have a part in the area; inclusive. */
function tileRange({ west, south, east, north }, z) {
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
  return new GeoJSONVT(collection, {
    maxZoom,
    indexMaxZoom: 4,
    tolerance: 2.5,
    extent: EXTENT,
    buffer: BUFFER,
  })
}

function tile(indexes, z, x, y, isClosest) {
  const layers = {}
  for (const [name, index] of indexes) {
    const found = index.getTile(z, x, y)
    const features = (found?.features ?? []).filter(
      (each) => (isClosest || !(each.tags?.from > z)) && (each.type !== POINT || isInside(each.geometry[0])),
    )
    if (features.length > 0)
      layers[name] = { ...found, features: isClosest ? features : features.map(withoutFrom) }
  }
  return layers
}

/** A label outside its tile would be drawn by no one. */
function isInside([x, y]) {
  return x >= 0 && x < EXTENT && y >= 0 && y < EXTENT
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
