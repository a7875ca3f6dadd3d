import { listAt } from '../incidents/columns.ts'
import { geoPrecisions } from '../incidents/vocabulary.ts'
import type { IncidentResult } from '../query/incidentResult.ts'
import { isDrawn } from './table/positions.ts'
import type { IncidentTable } from './table/table.ts'

const COUNTRY = geoPrecisions.indexOf('country')

/**
 * Counts the rows that the map cannot draw, by country and by why: they are known only to their country, or have no
 * position.
 * @returns given the count at each position, the groups with any such row, the largest count first; equal ones by the
 *   index of the country, those known only to it before those without a position, and those in no country last
 */
export function createUndrawn({
  columns,
  positions,
  chains,
}: IncidentTable): (counts: Uint32Array) => IncidentResult['undrawn'] {
  const { places } = columns.dictionaries
  const undrawn = [...positions.northwards].filter((position) => !isDrawn(positions, position))
  // Of each of them twice the index of its country, and 1 more where its rows have no position.
  const keys = undrawn.map((position) => {
    // A chain ends with the outermost place.
    const last = listAt(chains, positions.place[position]!).at(-1) ?? places.length
    const row = positions.rows.rows[positions.rows.offsets[position]!]!
    return (
      2 * (places[last]?.kind === 'country' ? last : places.length) +
      (columns.geoPrecision[row] === COUNTRY ? 0 : 1)
    )
  })
  return (counts) => {
    const sums = new Map<number, number>()
    for (let at = 0; at < undrawn.length; at += 1) {
      const count = counts[undrawn[at]!]!
      if (count > 0) sums.set(keys[at]!, (sums.get(keys[at]!) ?? 0) + count)
    }
    return [...sums]
      .toSorted(([a, countA], [b, countB]) => countB - countA || a - b)
      .map(([key, count]) => ({
        why: key % 2 === 0 ? 'country-only' : 'no-position',
        country: key >> 1 < places.length ? key >> 1 : null,
        count,
      }))
  }
}
