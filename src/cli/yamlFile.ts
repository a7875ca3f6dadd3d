import { readFile } from 'node:fs/promises'
import type { Path, Severity } from '../ingest/problem.ts'
import { parseYaml } from '../ingest/readers/yaml/yamlDocument.ts'
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
  const { value, faults, positionOf } = parseYaml(text)
  return {
    file,
    value,
    mistakes: faults.map((fault) => ({ severity: 'error', file, field: '', ...fault })),
    mistakeAt: (path, message, severity = 'error') => ({
      severity,
      file,
      ...positionOf(path),
      field: path.join('.'),
      message,
    }),
  }
}
