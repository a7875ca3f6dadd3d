import { codedColumnNames, codedColumns } from '../../incidents/codedColumns.ts'
import { listLayouts, type IncidentColumns } from '../../incidents/columns.ts'

/** Columns of one number a row that stands for itself. */
const numberColumns = [
  'day',
  'dayFrom',
  'dayTo',
  'days',
  'lng',
  'lat',
  'fatalitiesMin',
  'fatalitiesMax',
  'sources',
] as const satisfies readonly (keyof IncidentColumns)[]

/**
 * Checks once what every loop of the engine relies on: each column has an entry for each row, codes and ids lie within
 * their vocabularies and dictionaries, and rows are in ascending order of `day`. After it, a look-up by row, code or id
 * cannot miss.
 * @throws RangeError that names the column, and the row or entry at fault
 */
export function checkColumns(columns: IncidentColumns): void {
  const { rows, dictionaries } = columns
  checkLength('id', columns.id.offsets, rows + 1)
  for (const name of numberColumns) checkLength(name, columns[name], rows)
  for (const name of codedColumnNames)
    checkIds(name, columns[name], rows, codedColumns[name].vocabulary.length)
  checkIds('place', columns.place, rows, dictionaries.places.length)
  for (const { column: name, words } of listLayouts) {
    const list = columns[name]
    if (!list) continue
    const { offsets, ids } = list
    checkLength(`offsets of ${name}`, offsets, rows + 1)
    for (let row = 0; row < rows; row += 1)
      if (offsets[row + 1]! < offsets[row]!)
        throw new RangeError(`the list of ${name} of row ${row} ends before it begins`)
    checkIds(name, ids, offsets[rows]!, words(dictionaries).length)
  }
  checkOrder(columns)
}

function checkLength(name: string, { length }: ArrayLike<number>, expected: number): void {
  if (length !== expected) throw new RangeError(`${name} has ${length} entries, not ${expected}`)
}

/** @param size every id is below */
function checkIds(name: string, ids: ArrayLike<number>, length: number, size: number): void {
  checkLength(name, ids, length)
  for (let at = 0; at < length; at += 1)
    if (ids[at]! >= size) throw new RangeError(`entry ${at} of ${name} is ${ids[at]}, but there are ${size}`)
}

function checkOrder({ rows, day }: IncidentColumns): void {
  for (let row = 1; row < rows; row += 1)
    if (day[row]! < day[row - 1]!) throw new RangeError(`row ${row} has an earlier day than row ${row - 1}`)
}
