import { actorKinds } from '../../../incidents/vocabulary.ts'
import {
  actorSchema,
  datasetAboutSchema,
  incidentSchema,
  placeSchema,
} from '../../../incidents/recordSchema.ts'
import { isRecord } from '../../../incidents/shapeChecks.ts'
import type { FileFaultCode } from '../../../query/importReport.ts'
import { checkRecord } from '../../checkRecord.ts'
import { rejectionOf, valueAt } from '../../recordRejection.ts'
import { decodeText } from '../decodeText.ts'
import type { FaultyFile, ReadFile, ReadOptions } from '../fileTable.ts'
import { OwnRecords, type OwnPart, type RecordSite } from '../own/ownRecords.ts'
import { createPace } from '../pace.ts'
import { parseYaml, type YamlDocument } from './yamlDocument.ts'

/** A file, with its path where several are read as one. */
export interface YamlMember {
  path: string
  bytes: Uint8Array
}

/** Bytes of the longest file: a document is parsed in one step, which takes a second or two for so many. */
const MAX_YAML_BYTES = 512 * 1024

/** What a document holds: the description of a data set, one incident, or a list of incidents, actors or places. */
type Content = 'about' | 'incident' | OwnPart

/**
 * Reads files in YAML as one data set of this program: records of incidents, and the lists and the description that lie
 * beside them in a folder of records. Files of another form come back as faulty.
 * @param name of the data set: that of the file, or of what holds the files
 * @param nameOf name of a faulty file by its path
 */
export async function readYaml(
  name: string,
  members: readonly YamlMember[],
  options: ReadOptions,
  nameOf: (path: string) => string = (path) => path,
): Promise<(ReadFile | FaultyFile)[]> {
  const pace = createPace(options)
  const records = new OwnRecords()
  const faulty: FaultyFile[] = []
  let [about, bytes]: [unknown, number] = [undefined, 0]
  for (const [i, member] of members.entries()) {
    await pace(i / members.length)
    const read = readMember(member, members.length > 1, records)
    if (typeof read === 'string') {
      faulty.push({ name: nameOf(member.path), bytes: member.bytes.length, fault: read })
      continue
    }
    bytes += member.bytes.length
    about ??= read.about
  }
  options.onProgress?.(1)
  const { tables, account } = records.finish()
  if (account.entries === 0) return faulty
  const file: ReadFile = {
    name,
    format: 'atlas-yaml',
    bytes,
    encoding: 'utf-8',
    tables,
    account,
    warnings: [],
  }
  return [about === undefined ? file : { ...file, about }, ...faulty]
}

/** Adds what a file holds to the records. @returns why that cannot be done, or its description of a data set */
function readMember(
  { path, bytes }: YamlMember,
  isNamed: boolean,
  records: OwnRecords,
): FileFaultCode | { about?: unknown } {
  if (bytes.length > MAX_YAML_BYTES) return 'text-too-long'
  if (bytes.length === 0) return 'empty-file'
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded.code
  const { text } = decoded.value
  const whole: RecordSite = {
    ...(isNamed && { file: path }),
    line: 1,
    lastLine: Math.max(1, text.trimEnd().split('\n').length),
  }
  const parsed = parse(text)
  if (parsed === 'too-deep') {
    records.refuse('too-deep', whole)
    return {}
  }
  const [fault] = parsed.faults
  if (fault) {
    records.refuse('damaged-record', { ...whole, line: fault.line, lastLine: fault.line })
    return {}
  }
  return readDocument(parsed, path, whole, records)
}

function parse(text: string): YamlDocument | 'too-deep' {
  try {
    return parseYaml(text)
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep'
    throw error
  }
}

function readDocument(
  { value, positionOf }: YamlDocument,
  path: string,
  whole: RecordSite,
  records: OwnRecords,
): FileFaultCode | { about?: unknown } {
  if (value === null || value === undefined) return 'empty-file'
  const content = contentOf(path, value)
  if (whole.file !== undefined && /(^|\/)site\.ya?ml$/i.test(path)) {
    // Settings of a site, which lie beside the records in a folder of them.
    records.addStructure(whole)
    return {}
  }
  if (content === undefined) return 'yaml'
  const lineOf = (of: readonly (string | number)[]) => positionOf(of).line
  if (content === 'incident') records.add('incidents', value, { ...whole, lineOf })
  else if (content === 'about') {
    const checked = checkRecord(datasetAboutSchema, value)
    if (checked.ok) {
      records.addStructure(whole)
      return { about: checked.value }
    }
    const [first] = checked.problems
    if (first)
      records.refuse(rejectionOf(first, value), { ...whole, lineOf }, first.path, valueAt(value, first.path))
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, i) => {
      const line = lineOf([i])
      const next = i + 1 < value.length ? lineOf([i + 1]) - 1 : whole.lastLine
      records.add(content, item, {
        ...whole,
        line,
        lastLine: Math.max(line, next),
        lineOf: (of) => lineOf([i, ...of]),
      })
    })
  }
  return {}
}

/** What a document holds, by the names of its fields; undefined where it is no part of a data set. */
function contentOf(path: string, value: unknown): Content | undefined {
  const name = path.split('/').at(-1) ?? ''
  if (Array.isArray(value)) {
    if (/^actors\.ya?ml$/i.test(name)) return 'actors'
    if (/^places\.ya?ml$/i.test(name)) return 'places'
    const [first] = value as unknown[]
    if (!isRecord(first)) return undefined
    const isActor = actorKinds.some((kind) => kind === first['kind'])
    const shares = {
      incidents: shareOf(first, incidentSchema.shape),
      actors: isActor ? shareOf(first, actorSchema.shape) : 0,
      places: isActor ? 0 : shareOf(first, placeSchema.shape),
    }
    return (['incidents', 'actors', 'places'] as const).find((part) => shares[part] > 0.5)
  }
  if (!isRecord(value)) return undefined
  if (/(^|\/)incidents\//.test(path)) return 'incident'
  const [asIncident, asAbout] = [
    shareOf(value, incidentSchema.shape),
    shareOf(value, datasetAboutSchema.shape),
  ]
  if (Math.max(asIncident, asAbout) <= 0.5) return undefined
  return asIncident > asAbout ? 'incident' : 'about'
}

/** Share of the fields of a value that a form has, from 0 to 1; 0 where it has but one of them. */
function shareOf(value: Readonly<Record<string, unknown>>, shape: object): number {
  const names = Object.keys(value)
  const known = names.filter((name) => Object.hasOwn(shape, name)).length
  return known < 2 ? 0 : known / names.length
}
