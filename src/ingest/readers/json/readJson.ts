import { decodeInSteps } from '../decodeText.ts'
import type { FaultyFile, ReadFile, ReadOptions } from '../fileTable.ts'
import { readInSlices } from '../readInSlices.ts'
import { TextEntries, unreadableLines } from '../textEntries.ts'
import { WarningList } from '../warningList.ts'
import { JsonDocuments } from './jsonDocuments.ts'
import { membersOf } from './jsonLayout.ts'
import { readJsonLines } from './jsonLines.ts'
import { JsonScanner } from './jsonScanner.ts'
import type { JsonTable } from './jsonTable.ts'

const OPEN_OBJECT = 0x7b

/** Characters around the records in which the reference system of coordinates is looked for. */
const SURROUNDINGS = 100_000

/** Reference systems whose coordinates are degrees of longitude and latitude, within a metre or two of WGS 84. */
const inDegrees = /crs:?84|EPSG:+(?:4326|4979|4258|4269)\b|WGS[\s_]*(?:19)?84$/i

/**
 * A file of JSON, JSON Lines or GeoJSON as read. Records are kept as offsets in its text, and read from there again.
 * @param lines whether each line is a record
 */
export async function readJson(
  name: string,
  bytes: Uint8Array,
  lines: boolean,
  options: ReadOptions,
): Promise<ReadFile | FaultyFile> {
  const { onProgress: _, ...signalled } = options
  const decoded = await readInSlices(decodeInSteps(bytes), bytes.length, signalled, 1)
  if (!decoded.ok) return { name, bytes: bytes.length, fault: decoded.code }
  const { text, encoding } = decoded.value
  const entries = new TextEntries(decoded.value)
  const warnings = new WarningList()
  for (const line of unreadableLines(text)) warnings.add('unreadable-bytes', line)
  const documents = new JsonDocuments(text, entries, warnings)
  const steps = lines ? readJsonLines(text, entries, warnings) : documents.read()
  const tables = await readInSlices(steps, text.length, options)
  if (tables.some(({ tooWide }) => tooWide)) return { name, bytes: bytes.length, fault: 'too-many-columns' }
  const projected = isProjected(documents.surroundings)
  if (projected) warnings.add('other-reference-system')
  const read = tables.map((each) =>
    each.finish(tables.length === 1, projected, (entry) => entries.makeHeader(entry)),
  )
  const account = entries.account(bytes)
  const records = read.reduce((sum, each) => sum + each.records, 0)
  if (records === 0 && account.counts.refused) return { name, bytes: bytes.length, fault: 'damaged-file' }
  const about = aboutOf(text)
  return {
    ...(about !== undefined && { about }),
    name,
    format: formatOf(tables, documents.surroundings, lines),
    bytes: bytes.length,
    encoding,
    tables: read,
    account,
    warnings: warnings.all(),
  }
}

function formatOf(
  tables: readonly JsonTable[],
  surroundings: readonly string[],
  lines: boolean,
): ReadFile['format'] {
  const isCollection = surroundings.some((text) => text.includes('"FeatureCollection"'))
  if (isCollection || tables.some(({ hasGeometry }) => hasGeometry)) return 'geojson'
  return lines ? 'json-lines' : 'json'
}

/** Whether the text around the records names a reference system other than degrees (the member `crs` of 2008). */
function isProjected(surroundings: readonly string[]): boolean {
  return surroundings.some((text) => {
    const found = /"crs"\s*:\s*\{[^{}]*\{[^{}]*"name"\s*:\s*"([^"]*)"/.exec(text.slice(0, SURROUNDINGS))
    return found?.[1] !== undefined && !inDegrees.test(found[1])
  })
}

/** The first member of a file of full records, where it is called `about`; undefined in other files. */
function aboutOf(text: string): unknown {
  const scanner = new JsonScanner(text)
  if (scanner.peek() !== OPEN_OBJECT) return undefined
  const [first] = membersOf(text, scanner.at, 1)
  if (first?.name !== 'about' || first.end - first.start > SURROUNDINGS) return undefined
  try {
    return JSON.parse(text.slice(first.start, first.end))
  } catch {
    return undefined
  }
}
