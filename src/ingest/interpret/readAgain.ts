import type { Incident, OriginalRecord } from '../../incidents/incident.ts'
import { assembleIncident, type Assembly } from '../assembly/assembleIncident.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { correctedRow } from './correctedRow.ts'
import { cellsToRead, type Lot } from './lot.ts'

/**
 * The full record of an incident, read again from its table in the same way, with its cells.
 * @param records indices of the records that tell of it
 * @param id that it has in the data set
 * @throws RangeError where the table lacks a record, or the records are no incident
 */
export function readAgain(
  lot: Lot,
  records: readonly number[],
  { id, assembly, gazetteer }: { id: string; assembly: Assembly; gazetteer: Gazetteer | undefined },
): Incident {
  const { table, file } = lot.given
  const read = records.map((record) => table.record(record))
  const outcome = lot.plan.reader(read.map(({ cells }) => cellsToRead(lot, cells)))
  if (!outcome.ok) throw new RangeError(`${id} cannot be read again: ${outcome.code}`)
  const [first] = read
  const entry = first && file.account.entry(first.entry)
  const original: OriginalRecord = {
    file: entry?.file ?? file.name,
    line: entry?.line ?? 0,
    cells: read.flatMap(({ cells }) => namedCells(table.columns, cells)),
  }
  const { row } = correctedRow(lot.plan, outcome.incident, gazetteer)
  return assembleIncident(row, { id, lang: lot.plan.lang, original }, assembly).incident
}

/** The cells that are not empty, with the names of their columns; a column without a name has its number. */
function namedCells(columns: readonly string[], cells: readonly string[]): [string, string][] {
  return cells.flatMap((cell, i): [string, string][] =>
    cell.trim() === '' ? [] : [[columns[i]?.trim() || String(i + 1), cell]],
  )
}
