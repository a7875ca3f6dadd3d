import { readFile } from 'node:fs/promises'
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
import type { Path, Severity } from '../ingest/problem.ts'
import type { Mistake } from './mistake.ts'

/** A YAML file as plain data, with the line and column of everything in it. */
export interface YamlFile {
  file: string
  /** null for an empty file; undefined where the file cannot be read or is no YAML, as `mistakes` tell. */
  value: unknown
  mistakes: Mistake[]
  /**
   * A mistake at the key of a field or at an item; where it is missing, at the nearest thing around it that exists.
   * @param severity error where it is left out
   */
  mistakeAt(path: Path, message: string, severity?: Severity): Mistake
}

/** Reads a file as YAML 1.2; a file that cannot be read has one mistake. */
export async function readYamlFile(file: string): Promise<YamlFile> {
  try {
    return parseYamlFile(file, await readFile(file, 'utf8'))
  } catch {
    const mistakeAt = (path: Path, message: string, severity: Severity = 'error') => ({
      severity,
      file,
      line: 1,
      column: 1,
      field: path.join('.'),
      message,
    })
    return { file, value: undefined, mistakeAt, mistakes: [mistakeAt([], 'cannot be read: write this file')] }
  }
}

/** Parses a YAML file; what is wrong with its syntax is among its mistakes. @param file its path, for the mistakes */
export function parseYamlFile(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number, field: string, message: string, severity: Severity = 'error'): Mistake => {
    const { line, col } = lines.linePos(offset)
    return { severity, file, line: Math.max(line, 1), column: Math.max(col, 1), field, message }
  }
  const mistakeAt = (path: Path, message: string, severity?: Severity) =>
    at(offsetOf(document, path), path.join('.'), message, severity)
  const mistakes = [
    ...document.errors.map(({ pos, code, message }) => at(pos[0], '', complaint(code, message))),
    ...aliasOffsets(document).map((offset) => at(offset, '', 'is an alias (*name): write the value itself')),
  ]
  if (mistakes.length > 0) return { file, value: undefined, mistakes, mistakeAt }
  return { file, value: document.toJS(), mistakes, mistakeAt }
}

/** Aliases are refused: a few nested ones expand to more than fits in memory, and nobody writes them by hand. */
function aliasOffsets(document: Document.Parsed): number[] {
  const offsets: number[] = []
  visit(document, {
    Alias(_, node) {
      offsets.push(node.range?.[0] ?? 0)
    },
  })
  return offsets
}

function complaint(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'names a field for the second time: write it once'
  const reason = message.replaceAll(/\s+/g, ' ').replace(/^./, (letter) => letter.toLowerCase())
  return `is no YAML (${reason}): correct the punctuation or the indentation, or put the text in quotes`
}

/** Offset of the key of the field, of the item, or of the nearest thing around it that exists. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents
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
