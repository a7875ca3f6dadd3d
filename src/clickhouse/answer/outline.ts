import { geoPrecisions } from '../../incidents/vocabulary.ts'
import type { Bounds } from '../../incidents/place.ts'
import type { IncidentResult } from '../../query/incidentResult.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { aroundWidestGap, type Stretch } from '../../engine/aggregate/extent.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { NO_ENTRY, NOWHERE } from '../tables.ts'
import { estimated, type Scan } from './scan.ts'

/** The least bounds around all drawn rows that pass, by degrees of longitude; null where there are none. */
export async function readExtent(
  connection: Connection,
  scan: Scan,
  options: Abortable,
): Promise<Bounds | null> {
  type Slot = [slot: number, west: number, east: number, south: number, north: number]
  const slots = await connection.rows<Slot>(
    // The last slot holds the meridian of 180 degrees too.
    sql`SELECT toUInt16(least(359., lng + 180.)) AS slot, min(lng), max(lng), min(lat), max(lat) FROM ${scan.table} WHERE x != ${NOWHERE} AND ${scan.passing()} GROUP BY slot ORDER BY slot`,
    options,
  )
  if (slots.length === 0) return null
  const bounds = { south: Infinity, north: -Infinity }
  const stretches: Stretch[] = []
  for (const [, west, east, south, north] of slots) {
    stretches.push({ west: Math.fround(west), east: Math.fround(east) })
    bounds.south = Math.min(bounds.south, Math.fround(south))
    bounds.north = Math.max(bounds.north, Math.fround(north))
  }
  return { ...aroundWidestGap(stretches), ...bounds }
}

const COUNTRY = geoPrecisions.indexOf('country')

/** Counts of the rows that pass and that the map does not draw, in the order of `engine/undrawn.ts`. */
export async function readUndrawn(
  connection: Connection,
  scan: Scan,
  options: Abortable,
): Promise<IncidentResult['undrawn']> {
  const rows = await connection.rows<[country: number, isPlaced: number, count: number]>(
    sql`SELECT country, geo_precision != ${COUNTRY} AS is_unplaced, count() AS rows FROM ${scan.table} WHERE x = ${NOWHERE} AND ${scan.passing()} GROUP BY country, is_unplaced`,
    options,
  )
  return rows
    .toSorted(([a, whyA, countA], [b, whyB, countB]) => countB - countA || a - b || whyA - whyB)
    .map(([country, isUnplaced, count]) => ({
      why: isUnplaced === 1 ? 'no-position' : 'country-only',
      country: country === NO_ENTRY ? null : country,
      count: estimated(count, scan),
    }))
}
