import { eventTypes } from '../../incidents/vocabulary.ts'
import type { IncidentTable } from '../table/table.ts'
import { snapshots, type RowCounter } from './rowCounter.ts'

/** Counts rows by position. */
export interface PositionCounter extends RowCounter {
  /** For each position how many rows of the set lie there. */
  counts: Uint32Array
  /** The same for all rows of the table, by event type: positions x event types, row-major. Never changes. */
  ofAllRows: Uint32Array
}

/** Counts rows by position. */
export function positionCounter({ columns, positions, rows }: IncidentTable): PositionCounter {
  const { type } = columns
  const { ofRow } = positions
  const types = eventTypes.length
  const counts = new Uint32Array(positions.count)
  const ofAllRows = new Uint32Array(positions.count * types)
  for (let row = 0; row < rows; row += 1) ofAllRows[ofRow[row]! * types + type[row]!]! += 1
  return {
    counts,
    ofAllRows,
    add(list, length, sign) {
      for (let at = 0; at < length; at += 1) counts[ofRow[list[at]!]!]! += sign
    },
    clear: () => void counts.fill(0),
    fillTypes(wanted) {
      for (let position = 0, base = 0; position < counts.length; position += 1, base += types) {
        let sum = 0
        for (let each = 0; each < types; each += 1) if (wanted[each] === 1) sum += ofAllRows[base + each]!
        counts[position] = sum
      }
    },
    ...snapshots([counts]),
  }
}
