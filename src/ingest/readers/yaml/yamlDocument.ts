import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml'
import type { Path } from '../../problem.ts'

/** Line and column, from 1. */
export interface TextPosition {
  line: number
  column: number
}

/** What is wrong with the syntax of a text, as a sentence that goes on from its name. */
export interface SyntaxFault extends TextPosition {
  message: string
}

/** A YAML text as plain data, with the line and column of everything in it. */
export interface YamlDocument {
  /** null for an empty text; undefined where there are faults. */
  value: unknown
  faults: SyntaxFault[]
  /** The key of a field, or an item; where it is missing, the nearest thing around it that exists. */
  positionOf(path: Path): TextPosition
}

/** Parses one document of YAML 1.2. @throws RangeError where it is nested too deep to be parsed */
export function parseYaml(text: string): YamlDocument {
  const lines = new LineCounter()
  const parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    // The library compares each key with each other one, which takes hours for a file of many.
    uniqueKeys: false,
  })
  const at = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const faults = [
    ...parsed.errors.map(({ pos, message }) => ({
      ...at(pos[0]),
      message: complaint(message),
    })),
    ...refusedParts(parsed).map(({ offset, message }) => ({ ...at(offset), message })),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column)
  return {
    value: faults.length > 0 ? undefined : parsed.toJS(),
    faults,
    positionOf: (path) => at(offsetOf(parsed, path)),
  }
}

/**
 * What YAML allows and records do not. Aliases: a few nested ones expand to more than fits in memory, and nobody writes
 * them by hand. Keys that are there twice.
 */
function refusedParts(parsed: Document.Parsed): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = []
  visit(parsed, {
    Alias(_, node) {
      found.push({ offset: node.range?.[0] ?? 0, message: 'is an alias (*name): write the value itself' })
    },
    Map(_, { items }) {
      const names = new Set<string>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        if (names.has(name)) {
          const message = 'names a field for the second time: write it once'
          found.push({ offset: startOf(key) ?? 0, message })
        }
        names.add(name)
      }
    },
  })
  return found
}

function complaint(message: string): string {
  const reason = message.replaceAll(/\s+/g, ' ').replace(/^./, (letter) => letter.toLowerCase())
  return `is no YAML (${reason}): correct the punctuation or the indentation, or put the text in quotes`
}

/** Offset of the key of the field, of the item, or of the nearest thing around it that exists. */
function offsetOf(parsed: Document, path: Path): number {
  let node: unknown = parsed.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

/** Offset of a node's first character; undefined where the value is no node. */
function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node satisfies Node).range?.[0] : undefined
}
