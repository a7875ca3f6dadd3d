import type { TextColumn } from '../../incidents/columns.ts'
import { REMEMBERED_IDS } from '../costs.ts'

/**
 * Finds rows by their ids. It walks over the bytes of all ids (some milliseconds for a million), as an index of many
 * megabytes would serve only the moments when an incident is opened. The answers to the last ids are remembered.
 * @returns the row of an id; undefined where no row has it
 */
export function createRowLookup(ids: TextColumn): (id: string) => number | undefined {
  const encoder = new TextEncoder()
  const remembered = new Map<string, number | undefined>()
  return (id) => {
    if (remembered.has(id)) return remembered.get(id)
    const row = findRow(ids, encoder.encode(id))
    if (remembered.size === REMEMBERED_IDS) remembered.clear()
    remembered.set(id, row)
    return row
  }
}

/** @param wanted UTF-8 */
function findRow({ offsets, bytes }: TextColumn, wanted: Uint8Array): number | undefined {
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    const start = offsets[row]!
    if (offsets[row + 1]! - start !== wanted.length) continue
    let at = wanted.length - 1
    // From the end: ids tend to share their first characters.
    while (at >= 0 && bytes[start + at] === wanted[at]) at -= 1
    if (at < 0) return row
  }
  return undefined
}
