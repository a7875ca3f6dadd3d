/** A list or object that a reader of a nested format left in one cell, as JSON; undefined where the cell is other text. */
export function jsonOf(cell: string): unknown {
  if (!/^\s*[[{]/.test(cell)) return undefined
  try {
    return JSON.parse(cell)
  } catch {
    return undefined
  }
}

/** The items of a list in a cell; undefined where the cell is no list in JSON. */
export function jsonListOf(cell: string): unknown[] | undefined {
  const value = jsonOf(cell)
  return Array.isArray(value) ? value : undefined
}

/** A member of an object as text: of a string or number; '' for all else, and where there is no such member. */
export function memberText(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return ''
  return textOfJson((value as Readonly<Record<string, unknown>>)[name])
}

/** A string or number of JSON as text, trimmed; '' for all else. */
export function textOfJson(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}
