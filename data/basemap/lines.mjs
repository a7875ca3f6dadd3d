import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { countryOf, kindOf } from './disputed.mjs'
import { divisionsFile } from './divisions.mjs'
import { joinLines } from './joinLines.mjs'

const mapshaper = createRequire(import.meta.url)('mapshaper')

/** Lines that one side claims and no division follows, such as the one between Israel and the Golan. */
const claimed = JSON.parse(
  readFileSync(new URL('./disputed-lines.geojson', import.meta.url), 'utf8'),
).features

/**
 * Land, borders and first-level lines, from one topology so that they meet.
 * @param keep share of vertices that is kept, such as '12%'
 */
export async function lineLayers(keep) {
  const commands = [
    `-i divisions.json name=divisions -clean -simplify weighted ${keep} keep-shapes`,
    `-lines each='a = A.adm0_a3, b = B ? B.adm0_a3 : "", da = A.iso_3166_2, db = B ? B.iso_3166_2 : ""' + name=inner`,
    `-target divisions -dissolve2 + name=land`,
    `-o land.json target=land format=geojson -o inner.json target=inner format=geojson`,
  ].join(' ')
  const output = await mapshaper.applyCommands(commands, { 'divisions.json': readFileSync(divisionsFile) })
  const { settled, disputed, divisions } = sorted(JSON.parse(output['inner.json']).features)
  return {
    land: features(JSON.parse(output['land.json'])),
    borders: [
      ...joinLines(settled).map((line) => lineFeature(line, { disputed: 0 })),
      ...joinLines(disputed).map((line) => lineFeature(line, { disputed: 1 })),
      ...joinLines(claimed.flatMap(linesOf)).map((line) => lineFeature(line, { disputed: 1 })),
    ],
    // Farther out they would only be weight.
    divisions: joinLines(divisions).map((line) => lineFeature(line, { from: 4 })),
  }
}

/** Lines by what they are. */
function sorted(inner) {
  const lines = { settled: [], disputed: [], divisions: [] }
  for (const each of inner) {
    const { a, b, da, db } = each.properties
    // Without a neighbour it is a coast; without a geometry it went in simplification.
    if (!b || !each.geometry) continue
    const kind = kindOf(side(a, da), side(b, db))
    if (!kind) continue
    for (const line of linesOf(each)) {
      if (kind.layer === 'divisions') lines.divisions.push(line)
      else if (!kind.disputed) lines.settled.push(line)
      else if (kind.within) splitInto(line, kind.within, lines)
      else lines.disputed.push(line)
    }
  }
  return lines
}

function side(country, division) {
  return { country: countryOf[country] ?? country, division }
}

function linesOf({ geometry: { type, coordinates } }) {
  return type === 'LineString' ? [coordinates] : coordinates
}

/** Cuts a line at the positions where it enters or leaves the disputed part. */
function splitInto(line, [west, south, east, north], { settled, disputed }) {
  const isWithin = ([x, y]) => x >= west && x <= east && y >= south && y <= north
  let part = [line[0]]
  for (let i = 1; i < line.length; i += 1) {
    part.push(line[i])
    const here = isWithin(line[i - 1]) && isWithin(line[i])
    const next = i + 1 < line.length && isWithin(line[i]) && isWithin(line[i + 1])
    if (i + 1 === line.length || here !== next) {
      ;(here ? disputed : settled).push(part)
      part = [line[i]]
    }
  }
}

function lineFeature(coordinates, properties) {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }
}

function features(json) {
  return json.type === 'FeatureCollection'
    ? json.features
    : (json.geometries ?? [json]).map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
}
