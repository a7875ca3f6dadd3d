import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { RowIncident } from '../rowIncident.ts'
import type { TablePlan } from './tablePlan.ts'

/**
 * The row with the corrections that the user wants for its table, and the flags of its position that need no country.
 * Latitude and longitude in columns of their own are exchanged before the row is read; here, those of one cell. A record
 * without a position gets that of its place, where the gazetteer knows it.
 */
export function correctedRow(
  { corrections, positionColumns }: TablePlan,
  row: RowIncident,
  gazetteer: Gazetteer | undefined,
): { row: RowIncident; flags: FlagCode[] } {
  const { position } = row.place
  if (!position) return gazetteer && !row.own ? lookedUp(row, gazetteer) : { row, flags: [] }
  if (position[0] === 0 && position[1] === 0) {
    if (!corrections.includes('null-island')) return { row, flags: ['null-island'] }
    const { position: _, precision: __, ...named } = row.place
    return { row: { ...row, place: named }, flags: [] }
  }
  const [lng, lat] = position
  if (!positionColumns && corrections.includes('position-exchanged') && Math.abs(lng) <= 90) {
    return { row: { ...row, place: { ...row.place, position: [lat, lng] } }, flags: [] }
  }
  return { row, flags: [] }
}

function lookedUp(row: RowIncident, gazetteer: Gazetteer): { row: RowIncident; flags: FlagCode[] } {
  const found = gazetteer.lookUp(row.place)
  if (typeof found === 'string') return { row, flags: [] }
  const { lng, lat, precision } = found
  return {
    row: { ...row, place: { ...row.place, position: [lng, lat], precision } },
    flags: ['by-gazetteer'],
  }
}
