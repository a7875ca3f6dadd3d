import { JsonScanner, stringText } from './jsonScanner.ts'

/** What holds records. */
export interface RecordList {
  /** Path to it, with dots; '' where it is the whole text. */
  name: string
  /** `rows`: a list of lists of values. `keyed`: an object whose members are the records. `single`: one record. */
  kind: 'list' | 'rows' | 'keyed' | 'single'
  /** Offset of its opening bracket. */
  at: number
  /** Number of objects that it lies in. */
  level: number
}

/** One member of an object. */
export interface JsonMember {
  name: string
  /** Offsets of its value, end exclusive. */
  start: number
  end: number
}

/** Names of lists that hold records, whatever stands beside them. */
const listNames = new Set([
  'cases',
  'data',
  'events',
  'features',
  'incidents',
  'items',
  'records',
  'reports',
  'results',
  'rows',
  'value',
])

/** Names of values that a record has, and a list of records has not. */
const recordNames = new Set([
  'date',
  'day',
  'event_date',
  'geometry',
  'lat',
  'latitude',
  'lng',
  'location',
  'lon',
  'longitude',
])

/** Types of geometries in GeoJSON (RFC 7946, section 1.4). */
export const geometryTypes: ReadonlySet<string> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** Members that are looked at to tell what an object is. */
const OUTLINE_MEMBERS = 1000

/** Levels of objects within which lists of records are looked for. */
const OUTLINE_LEVELS = 3

const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const COMMA = 0x2c

/**
 * Where the records of a document are, in order. Yields the offset that has been reached.
 * @param at offset of its first character
 */
export function* recordLists(text: string, at: number): Generator<number, RecordList[], void> {
  const scanner = new JsonScanner(text, at)
  const code = scanner.peek()
  if (code === OPEN_LIST) return [{ name: '', kind: listKind(text, scanner.at), at: scanner.at, level: 0 }]
  const lists = code === OPEN_OBJECT ? yield* listsInObject(text, scanner.at, '', 1) : []
  return lists.length > 0 ? lists : [{ name: '', kind: 'single', at: scanner.at, level: 0 }]
}

/**
 * Members of an object, up to its end or its damage.
 * @param at offset of its opening bracket
 * @param limit number of members after which it ends
 */
export function membersOf(text: string, at: number, limit = Infinity): JsonMember[] {
  const scanner = new JsonScanner(text, at + 1)
  const members: JsonMember[] = []
  for (let member = begin(scanner); member; member = begin(scanner)) {
    const whole = scanner.value()
    members.push({ ...member, end: scanner.at })
    if (!whole || !scanner.take(COMMA) || members.length === limit) break
  }
  return members
}

/** The first members, where one may be nearly all of a large file. Yields the offset that has been reached. */
function* outline(text: string, at: number): Generator<number, JsonMember[], void> {
  const scanner = new JsonScanner(text, at + 1)
  const members: JsonMember[] = []
  for (let member = begin(scanner); member; member = begin(scanner)) {
    const whole = yield* scanner.valueInSteps()
    members.push({ ...member, end: scanner.at })
    if (!whole || !scanner.take(COMMA) || members.length === OUTLINE_MEMBERS) break
  }
  return members
}

/** Moves over the name of a member to its value; undefined where the object ends or is damaged. */
function begin(scanner: JsonScanner): { name: string; start: number } | undefined {
  if (scanner.peek() === CLOSE_OBJECT) return undefined
  const nameAt = scanner.at + 1
  if (!scanner.key()) return undefined
  const name = stringText(scanner.text, nameAt, scanner.text.lastIndexOf('"', scanner.at - 1))
  scanner.peek()
  return { name, start: scanner.at }
}

function* listsInObject(
  text: string,
  at: number,
  path: string,
  level: number,
): Generator<number, RecordList[], void> {
  const members = yield* outline(text, at)
  const type = members.find(({ name }) => name === 'type')
  const typeName = type ? text.slice(type.start + 1, type.end - 1) : ''
  if (typeName === 'Feature' || geometryTypes.has(typeName)) return []
  const lists = members.filter(
    ({ name, start }) =>
      isRecordList(text, start, name) && (typeName !== 'FeatureCollection' || name === 'features'),
  )
  const named = lists.some(({ name }) => listNames.has(name.toLowerCase()))
  const ofRecord = members.filter(({ name }) => recordNames.has(name.toLowerCase()))
  if (ofRecord.length > 1 && !named) return []
  const ofObjects = lists.filter(({ start }) => listKind(text, start) === 'list')
  const found = ofObjects.length > 0 ? ofObjects : lists
  if (found.length > 0)
    return found.map(({ name, start }) => ({
      name: joined(path, name),
      kind: listKind(text, start),
      at: start,
      level,
    }))
  const objects = members.filter(({ start }) => text.charCodeAt(start) === OPEN_OBJECT)
  if (isKeyed(text, members, objects)) return [{ name: path, kind: 'keyed', at, level: level - 1 }]
  if (level === OUTLINE_LEVELS) return []
  const inside: RecordList[] = []
  for (const { name, start } of objects)
    inside.push(...(yield* listsInObject(text, start, joined(path, name), level + 1)))
  return inside
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** Whether the members are records of like form, each under its id. */
function isKeyed(text: string, members: readonly JsonMember[], objects: readonly JsonMember[]): boolean {
  const [first, second] = objects
  if (!first || !second || objects.length < members.length) return false
  const names = new Set(membersOf(text, first.start).map(({ name }) => name))
  return membersOf(text, second.start).some(({ name }) => names.has(name))
}

function firstCode(text: string, at: number): number {
  return new JsonScanner(text, at + 1).peek()
}

function listKind(text: string, at: number): 'list' | 'rows' {
  return firstCode(text, at) === OPEN_LIST ? 'rows' : 'list'
}

/** Whether a value is a list of objects or lists, or an empty one whose name says what it is for. */
function isRecordList(text: string, at: number, name: string): boolean {
  if (text.charCodeAt(at) !== OPEN_LIST) return false
  const code = firstCode(text, at)
  return (
    code === OPEN_OBJECT || code === OPEN_LIST || (code === CLOSE_LIST && listNames.has(name.toLowerCase()))
  )
}
