import { listAt } from '../incidents/columns.ts'
import type { IncidentResult } from '../query/incidentResult.ts'
import { entryAt } from './entryAt.ts'
import { isDrawn } from './table/positions.ts'
import type { IncidentTable } from './table/table.ts'

/**
 * Counts the rows that the map cannot draw, as they are known only to their country, by country.
 * @returns given the count at each position, the countries with any such row, the largest count first
 */
export function createCountryOnly({
  positions,
  chains,
}: IncidentTable): (counts: Uint32Array) => IncidentResult['countryOnly'] {
  const undrawn: { position: number; country: number }[] = []
  for (let position = 0; position < positions.count; position += 1) {
    if (isDrawn(positions, position)) continue
    const chain = listAt(chains, positions.place[position]!)
    // A chain ends with the outermost place, the country.
    undrawn.push({ position, country: entryAt(chain, chain.length - 1, 'place of the chain') })
  }
  return (counts) => {
    const byCountry = new Map<number, number>()
    for (const { position, country } of undrawn) {
      const count = counts[position]!
      if (count > 0) byCountry.set(country, (byCountry.get(country) ?? 0) + count)
    }
    return [...byCountry]
      .map(([place, count]) => ({ place, count }))
      .toSorted((a, b) => b.count - a.count || a.place - b.place)
  }
}
