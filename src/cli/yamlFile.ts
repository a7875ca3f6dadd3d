import { readFile } from 'node:fs/promises'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { Mistake } from './mistake.ts'

export type Path = readonly (string | number)[]

/** A YAML file, with the position of everything in it. */
export interface YamlFile {
  file: string
  value: unknown
  /** YAML's own complaints; where there are any, `value` is undefined. */
  mistakes: Mistake[]
  /** A mistake at the field, or where it is missing, at what should hold it. */
  mistakeAt(path: Path, message: string): Mistake
}

/** Reads a file as YAML 1.2. A file that cannot be read is one mistake. */
export async function readYamlFile(file: string): Promise<YamlFile> {
  try {
    return parseYamlFile(file, await readFile(file, 'utf8'))
  } catch {
    const mistakeAt = (path: Path, message: string) => ({
      file,
      line: 1,
      column: 1,
      field: path.join('.'),
      message,
    })
    return { file, value: undefined, mistakeAt, mistakes: [mistakeAt([], 'cannot be read: write this file')] }
  }
}

export function parseYamlFile(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number, field: string, message: string): Mistake => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), field, message }
  }
  const mistakeAt = (path: Path, message: string) => at(offsetOf(document, path), path.join('.'), message)
  const mistakes = document.errors.map(({ pos, message }) =>
    at(pos[0], '', `is no YAML: ${sentence(message)}`),
  )
  if (mistakes.length > 0) return { file, value: undefined, mistakes, mistakeAt }
  try {
    return { file, value: document.toJS({ maxAliasCount: 0 }), mistakes, mistakeAt }
  } catch {
    mistakes.push(at(0, '', 'uses an alias (*name): write the value itself'))
    return { file, value: undefined, mistakes, mistakeAt }
  }
}

function sentence(message: string): string {
  return message.replaceAll(/\s+/g, ' ').replace(/^./, (letter) => letter.toLowerCase())
}

/** Start of the key of the field, of the item, or of the nearest thing around it that exists. */
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

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node satisfies Node).range?.[0] : undefined
}
