import { geoPrecisions } from '../../incidents/vocabulary.ts'
import type { Bounds } from '../../incidents/place.ts'
import type { IncidentResult } from '../../query/incidentResult.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { aroundWidestGap } from '../../engine/aggregate/extent.ts'
import { EXTENT_SLOTS } from '../../engine/costs.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { NO_ENTRY, NOWHERE } from '../tables.ts'
import { estimated, type Scan } from './scan.ts'

const COUNTRY = geoPrecisions.indexOf('country')

/**
 * Rows that the map draws, of one slot of longitude; or rows that it does not draw, of one country and for one reason:
 * the key is then EXTENT_SLOTS + 2 x country, and 1 more where they have no position.
 */
type Group = readonly [
  key: number,
  count: number,
  west: number | null,
  east: number | null,
  south: number | null,
  north: number | null,
]

/** The least bounds around all drawn rows that pass, and the counts of those that the map does not draw. */
export async function readOutline(
  connection: Connection,
  scan: Scan,
  options: Abortable,
): Promise<Pick<IncidentResult, 'extent' | 'undrawn'>> {
  // The last slot holds the meridian of 180 degrees too.
  const slot = sql`toUInt64(least(${EXTENT_SLOTS - 1}., (lng + 180.) * ${EXTENT_SLOTS} / 360))`
  const why = sql`${EXTENT_SLOTS} + toUInt64(country) * 2 + (geo_precision != ${COUNTRY})`
  const groups = await connection.rows<Group>(
    sql`SELECT if(x = ${NOWHERE}, ${why}, ${slot}) AS key, count(), min(lng), max(lng), min(lat), max(lat) FROM ${scan.table} WHERE ${scan.passing()} GROUP BY key ORDER BY key`,
    options,
  )
  return {
    extent: extentOf(groups.filter(([key]) => key < EXTENT_SLOTS)),
    undrawn: undrawnOf(
      groups.filter(([key]) => key >= EXTENT_SLOTS),
      scan,
    ),
  }
}

/** @param slots from west to east; null where there are none */
function extentOf(slots: readonly Group[]): Bounds | null {
  if (slots.length === 0) return null
  // JSON has the shortest text that is the 32-bit number.
  const degrees = (of: (group: Group) => number | null) => slots.map((group) => Math.fround(of(group) ?? NaN))
  const [west, east] = [degrees((group) => group[2]), degrees((group) => group[3])]
  return {
    ...aroundWidestGap(west.map((start, at) => ({ west: start, east: east[at] ?? NaN }))),
    south: Math.min(...degrees((group) => group[4])),
    north: Math.max(...degrees((group) => group[5])),
  }
}

/** In the order of `engine/undrawn.ts`: the largest first, equal ones by country and why. */
function undrawnOf(groups: readonly Group[], scan: Scan): IncidentResult['undrawn'] {
  return groups
    .toSorted(([a, countA], [b, countB]) => countB - countA || a - b)
    .map(([key, count]) => {
      const [unplaced, country] = [(key - EXTENT_SLOTS) % 2, Math.floor((key - EXTENT_SLOTS) / 2)]
      return {
        why: unplaced === 1 ? 'no-position' : 'country-only',
        country: country === NO_ENTRY ? null : country,
        count: estimated(count, scan),
      }
    })
}
