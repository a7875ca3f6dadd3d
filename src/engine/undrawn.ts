import { listAt } from '../incidents/columns.ts'
import { geoPrecisions } from '../incidents/vocabulary.ts'
import type { IncidentResult, UndrawnCount } from '../query/incidentResult.ts'
import { isDrawn } from './table/positions.ts'
import type { IncidentTable } from './table/table.ts'

const COUNTRY = geoPrecisions.indexOf('country')

/**
 * Counts the rows that the map cannot draw, by country and by why: they are known only to their country, or have no
 * position.
 * @returns given the count at each position, the groups with any such row, the largest count first
 */
export function createUndrawn(table: IncidentTable): (counts: Uint32Array) => IncidentResult['undrawn'] {
  const groups = groupsOf(table)
  return (counts) =>
    groups
      .map(({ positions, ...group }) => {
        let count = 0
        for (const position of positions) count += counts[position]!
        return { ...group, count }
      })
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
}

/** The positions of one group. */
type Group = Omit<UndrawnCount, 'count'> & { positions: number[] }

/** The groups of the positions that are not drawn, by the index of the country; last those in no country. */
function groupsOf({ columns, positions, chains }: IncidentTable): Group[] {
  const { places } = columns.dictionaries
  const groups = new Map<number, Group>()
  for (let position = 0; position < positions.count; position += 1) {
    if (isDrawn(positions, position)) continue
    // A chain ends with the outermost place.
    const last = listAt(chains, positions.place[position]!).at(-1)
    const isCountry = last !== undefined && places[last]?.kind === 'country'
    const row = positions.rows.rows[positions.rows.offsets[position]!]!
    const isCountryOnly = columns.geoPrecision[row] === COUNTRY
    const key = 2 * (isCountry ? last : places.length) + (isCountryOnly ? 0 : 1)
    const group = groups.get(key)
    if (group) group.positions.push(position)
    else
      groups.set(key, {
        why: isCountryOnly ? 'country-only' : 'no-position',
        country: isCountry ? last : null,
        positions: [position],
      })
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group)
}
