import { coordinateText, shapePoint } from '../shapes/shapePoint.ts'
import { geojsonShapes } from '../shapes/geojsonShapes.ts'
import { geometryTypes, membersOf, type JsonMember } from './jsonLayout.ts'
import { JsonScanner, stringText } from './jsonScanner.ts'

/**
 * Where a value stands: a member of the record or of a feature's properties, a member of the feature itself, its
 * geometry, or the name under which an object holds the record.
 */
export type LeafOrigin = 'record' | 'feature' | 'geometry' | 'key'

/** Takes one value of a record. @param path names with dots between @param text '' for null, [] and {} */
export type LeafVisitor = (origin: LeafOrigin, path: string, text: string) => void

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Visits the values of a record: strings without quotes, numbers as they are written, lists as JSON. A GeoJSON feature
 * gives its properties, `longitude`, `latitude`, `altitude` and the type of its `geometry`.
 * @param at offset of a whole and valid object
 * @param end its end, exclusive
 */
export function visitLeaves(text: string, at: number, end: number, visit: LeafVisitor): void {
  const members = hasGeometry(text, at, end) ? membersOf(text, at) : []
  const type = members.find(({ name }) => name === 'type')
  const typeName = type ? text.slice(type.start + 1, type.end - 1) : ''
  const geometry = members.find(({ name }) => name === 'geometry')
  if (typeName === 'Feature' && geometry) visitFeature(text, members, geometry, visit)
  else if (geometryTypes.has(typeName)) visitGeometry(text, { name: '', start: at, end }, visit)
  else visitObject(new JsonScanner(text, at), 'record', '', visit)
}

/** Whether a record holds the names that all features and geometries do; a quick look before a thorough one. */
function hasGeometry(text: string, at: number, end: number): boolean {
  const record = text.slice(at, end)
  return record.includes('"type"') && /"(?:geometry|coordinates|geometries)"/.test(record)
}

function visitFeature(
  text: string,
  members: readonly JsonMember[],
  geometry: JsonMember,
  visit: LeafVisitor,
): void {
  for (const { name, start } of members) {
    const scanner = new JsonScanner(text, start)
    const isNull = text.startsWith('null', start)
    if (name === 'type' || start === geometry.start || (name === 'properties' && isNull)) continue
    if (name === 'properties')
      visitValue(scanner, 'record', text.charCodeAt(start) === OPEN_OBJECT ? '' : name, visit)
    else visitValue(scanner, 'feature', name, visit)
  }
  visitGeometry(text, geometry, visit)
}

function visitGeometry(text: string, { start, end }: JsonMember, visit: LeafVisitor): void {
  const members = text.charCodeAt(start) === OPEN_OBJECT ? membersOf(text, start) : []
  const type = members.find(({ name }) => name === 'type')
  const typeName = type ? text.slice(type.start + 1, type.end - 1) : ''
  const coordinates = members.find(({ name }) => name === 'coordinates')
  const position =
    typeName === 'Point' && coordinates ? listTexts(text, coordinates) : pointOf(text.slice(start, end))
  const [longitude = '', latitude = '', altitude] = position
  visit('geometry', 'longitude', longitude)
  visit('geometry', 'latitude', latitude)
  if (altitude !== undefined) visit('geometry', 'altitude', altitude)
  visit('geometry', 'geometry', typeName)
}

/** Longitude and latitude of a point that stands for a shape; none where it has no position. */
function pointOf(geometry: string): string[] {
  try {
    const parsed: unknown = JSON.parse(geometry)
    return shapePoint(geojsonShapes(parsed))?.map(coordinateText) ?? []
  } catch {
    return []
  }
}

/** Texts of the values of a list, as they are written. */
export function listTexts(text: string, { start }: Pick<JsonMember, 'start'>): string[] {
  if (text.charCodeAt(start) !== OPEN_LIST) return []
  const scanner = new JsonScanner(text, start + 1)
  const texts: string[] = []
  for (;;) {
    scanner.peek()
    const from = scanner.at
    if (!scanner.value()) return texts
    texts.push(valueText(text, from, scanner.at))
    if (!scanner.take(COMMA)) return texts
  }
}

function visitValue(scanner: JsonScanner, origin: LeafOrigin, path: string, visit: LeafVisitor): void {
  const code = scanner.peek()
  if (code === OPEN_OBJECT) {
    visitObject(scanner, origin, path, visit)
    return
  }
  const start = scanner.at
  scanner.value()
  visit(origin, path, valueText(scanner.text, start, scanner.at))
}

function visitObject(scanner: JsonScanner, origin: LeafOrigin, path: string, visit: LeafVisitor): void {
  const { text } = scanner
  scanner.at += 1
  while (scanner.peek() !== CLOSE_OBJECT) {
    const from = scanner.at + 1
    if (!scanner.key()) return
    const name = stringText(text, from, text.lastIndexOf('"', scanner.at - 1))
    visitValue(scanner, origin, path === '' ? name : `${path}.${name}`, visit)
    scanner.take(COMMA)
  }
  scanner.at += 1
}

/** Text of a value that is no object, or of one inside a list. */
function valueText(text: string, start: number, end: number): string {
  const code = text.charCodeAt(start)
  if (code === QUOTE) return stringText(text, start + 1, end - 1)
  const raw = text.slice(start, end)
  if (code === OPEN_LIST || code === OPEN_OBJECT) return isEmpty(text, start) ? '' : raw
  return raw === 'null' ? '' : raw
}

function isEmpty(text: string, start: number): boolean {
  const code = new JsonScanner(text, start + 1).peek()
  return code === 0x5d || code === CLOSE_OBJECT
}
