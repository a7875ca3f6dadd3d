import { isRecord } from '../../../incidents/shapeChecks.ts'

/**
 * The values of a record as cells: `date.start` for a member of an object, a list in one cell as JSON. What is deeper
 * than a member of an object is JSON too.
 * @returns text by name of the column
 */
export function recordCells(record: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [name, value] of Object.entries(record)) {
    if (!isRecord(value)) cells.set(name, cellOf(value))
    else for (const [inner, each] of Object.entries(value)) cells.set(`${name}.${inner}`, cellOf(each))
  }
  return cells
}

/** A value as the text of a cell; '' for what is absent. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
