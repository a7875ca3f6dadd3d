import { listAt, type IncidentColumns, type ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/**
 * Counts rows by the country that their place lies in, under the index of the country among the places; every other
 * place has 0. A place whose chain ends in no country is counted nowhere.
 * @param chains of each place, itself and what it lies in
 */
export function countryCounter(
  { place, type, dictionaries: { places } }: IncidentColumns,
  chains: ListColumn,
): ValueCounter {
  const nowhere = places.length
  const countryOf = Uint32Array.from(places, (_, at) => {
    const last = listAt(chains, at).at(-1)
    return last !== undefined && places[last]?.kind === 'country' ? last : nowhere
  })
  const counts = new Uint32Array(places.length + 1)
  const counter = arrayCounter(counts, type, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      counts[countryOf[place[rows[at]!]!]!]! += sign
    }
  })
  return { ...counter, counts: () => counts.slice(0, nowhere) }
}
