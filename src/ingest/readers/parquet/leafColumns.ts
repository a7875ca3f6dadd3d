import { parquetSchema, type FileMetaData, type SchemaElement, type SchemaTree } from 'hyparquet'
import { FileFault } from '../fileFault.ts'
import { valueText, type LeafMeaning, type ValueText } from './valueText.ts'

/** A column of the table: a leaf of the schema, or a list, map or variant as a whole. */
export interface LeafColumn {
  /** Name of the column of the file that holds it. */
  top: string
  /** Names of the members below that. */
  members: readonly string[]
  text: ValueText
  element: SchemaElement
}

/** Levels of structs that are read. */
const MAX_DEPTH = 64

/**
 * The columns of the table in schema order; a struct gives one a leaf. Annotations that hyparquet reads with a loss are
 * taken off the schema.
 * @throws FileFault `too-deep` or `damaged-file`
 */
export function leafColumns(metadata: FileMetaData): LeafColumn[] {
  const columns: LeafColumn[] = []
  for (const element of metadata.schema) dropUnread(element)
  const names = new Set<string>()
  for (const node of parquetSchema(metadata).children) {
    const { name } = node.element
    if (names.has(name)) throw new FileFault('damaged-file')
    names.add(name)
    addLeaves(node, name, [], columns)
  }
  return columns
}

function addLeaves(node: SchemaTree, top: string, members: readonly string[], columns: LeafColumn[]): void {
  const { element, children } = node
  if (members.length > MAX_DEPTH) throw new FileFault('too-deep')
  const whole = children.length === 0 || element.repetition_type === 'REPEATED' || isAnnotatedGroup(element)
  if (!whole) {
    for (const child of children) addLeaves(child, top, [...members, child.element.name], columns)
    return
  }
  const meaning: LeafMeaning =
    children.length === 0 && element.repetition_type !== 'REPEATED' ? takeMeaning(element) : { kind: 'plain' }
  columns.push({ top, members, element, text: valueText(element, meaning) })
}

function isAnnotatedGroup({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted !== undefined || logical !== undefined
}

/** Types that hyparquet does not read: their bytes are kept. */
function dropUnread(element: SchemaElement): void {
  if (element.converted_type === 'BSON' || element.converted_type === 'INTERVAL') dropAnnotation(element)
}

/** Takes the annotation of a decimal or a time off an element, which is then read by its physical type. */
function takeMeaning(element: SchemaElement): LeafMeaning {
  const { converted_type: converted, logical_type: logical, scale } = element
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    dropAnnotation(element)
    const digits = logical?.type === 'DECIMAL' ? logical.scale : (scale ?? 0)
    if (!(digits >= 0 && digits <= 1000)) throw new FileFault('damaged-file')
    return { kind: 'decimal', scale: digits }
  }
  if (logical?.type === 'TIME') return { kind: 'time', unit: units[logical.unit] }
  if (converted === 'TIME_MILLIS') return { kind: 'time', unit: units.MILLIS }
  return converted === 'TIME_MICROS' ? { kind: 'time', unit: units.MICROS } : { kind: 'plain' }
}

/** How many make a second. */
const units = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const

/** Leaves an element its physical type alone. */
export function dropAnnotation(element: SchemaElement): void {
  delete element.converted_type
  delete element.logical_type
}
