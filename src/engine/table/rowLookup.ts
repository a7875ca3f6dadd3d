import type { TextColumn } from '../../incidents/columns.ts'

/**
 * Finds rows by id: a walk over the bytes of all ids, some milliseconds for a million, which spares an index of many
 * megabytes for what is asked once an incident is opened. The last found are remembered.
 */
export function createRowLookup({ offsets, bytes }: TextColumn): (id: string) => number | undefined {
  const encoder = new TextEncoder()
  const known = new Map<string, number | undefined>()
  const find = (wanted: Uint8Array): number | undefined => {
    for (let row = 0; row + 1 < offsets.length; row += 1) {
      const start = offsets[row] ?? 0
      if ((offsets[row + 1] ?? 0) - start !== wanted.length) continue
      let at = wanted.length - 1
      // Ids begin alike and end differently.
      while (at >= 0 && bytes[start + at] === wanted[at]) at -= 1
      if (at < 0) return row
    }
    return undefined
  }
  return (id) => {
    if (known.has(id)) return known.get(id)
    const row = find(encoder.encode(id))
    if (known.size === REMEMBERED) known.clear()
    known.set(id, row)
    return row
  }
}

const REMEMBERED = 256
