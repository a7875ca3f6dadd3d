import { mappedFields, type MappedField } from '../query/importReport.ts'

const KEY = 'incident-atlas:mappings'

/** Most mappings that are remembered: the oldest are forgotten. */
const MOST = 50

/** A field for each column, in order; null for a column that holds none. */
export type Mapping = readonly (MappedField | null)[]

/** The mapping that was remembered for tables with these columns. @param headerKey `TableReport.headerKey` */
export function rememberedMapping(headerKey: string): Mapping | undefined {
  return read().get(headerKey)
}

/** Remembers a mapping on this device, or forgets it where null. Without usable storage it does nothing. */
export function rememberMapping(headerKey: string, mapping: Mapping | null): void {
  const all = read()
  all.delete(headerKey)
  if (mapping) all.set(headerKey, mapping)
  try {
    if (all.size > 0) localStorage.setItem(KEY, JSON.stringify([...all].slice(-MOST)))
    else localStorage.removeItem(KEY)
  } catch {
    // Storage is full or not allowed; the mapping still holds for this visit.
  }
}

function read(): Map<string, Mapping> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return new Map(Array.isArray(stored) ? stored.filter(isEntry) : [])
  } catch {
    return new Map()
  }
}

function isEntry(entry: unknown): entry is [string, Mapping] {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    Array.isArray(entry[1]) &&
    entry[1].every((field) => field === null || mappedFields.some((known) => known === field))
  )
}
