import { describe, expect, it } from 'vitest'
import { timeBinCounter } from '../../../src/engine/aggregate/timeBinCounter.ts'
import { checkTypesFit } from '../../../src/engine/cells/gridBinCounter.ts'
import { MOST_TIME_BINS } from '../../../src/engine/costs.ts'
import { bitAt, bitOf } from '../../../src/engine/filter/failMask.ts'
import { listSelection } from '../../../src/engine/filter/listSelection.ts'
import { MOST_ROWS, positionsOf } from '../../../src/engine/table/positions.ts'
import { createTable } from '../../../src/engine/table/table.ts'
import { fieldIds } from '../../../src/incidents/fields.ts'
import { toColumns } from '../../oracle/plainIncident.ts'
import { rowWith } from './sampleTable.ts'

describe('limits', () => {
  it('there are at most 16 filters, as the mask of a row has 16 bits', () => {
    expect(bitAt(15)).toBe(0x8000)
    expect(() => bitAt(16)).toThrow('a fail mask has 16 bits, so there can be no filter number 17')
    expect(new Set(Object.values(bitOf)).size).toBe(fieldIds.length)
  })

  it('there are at most 7 event types, as a grid bin has 8 counts', () => {
    expect(() => checkTypesFit(7)).not.toThrow()
    expect(() => checkTypesFit(8)).toThrow('a grid bin has room for 7 event types, not for 8')
  })

  it('there are at most 2^25 rows, as sums of coordinates are exact up to there', () => {
    const columns = { ...toColumns([]), rows: MOST_ROWS + 1 }
    expect(() => positionsOf(columns)).toThrow(`${MOST_ROWS + 1} rows`)
  })

  it('a filter includes at most 65,535 ids, as a row counts them in 16 bits', () => {
    const ids = Array.from({ length: 0x1_0000 }, (_, at) => `id ${at}`)
    const none = () => undefined
    expect(() => listSelection(none, 1, { include: ids, exclude: [] })).toThrow('at most 65535')
    expect(listSelection(none, 1, { include: ids.slice(1), exclude: [] })).toMatchObject({ kind: 'only' })
  })

  it('a histogram has at most as many time bins as the limit says', () => {
    const table = createTable(toColumns([rowWith({})]))
    const lastDay = MOST_TIME_BINS - 1
    expect(timeBinCounter(table, 'day', { from: 0, to: lastDay }).histogram().starts).toHaveLength(
      MOST_TIME_BINS,
    )
    expect(() => timeBinCounter(table, 'day', { from: 0, to: lastDay + 1 })).toThrow(
      `more than ${MOST_TIME_BINS} bins of a day`,
    )
  })
})

describe('createTable', () => {
  const columns = toColumns([rowWith({}), rowWith({ id: 'two', tags: ['raid'] })])

  it('refuses a code that the vocabulary lacks', () => {
    expect(() => createTable({ ...columns, status: Uint8Array.of(0, 3) })).toThrow(
      'entry 1 of status is 3, but there are 3',
    )
  })

  it('refuses an id that the dictionary lacks', () => {
    expect(() => createTable({ ...columns, place: Uint16Array.of(99, 0) })).toThrow(/^entry 0 of place is 99/)
    const tags = { ...columns.tags, ids: Uint16Array.of(99) }
    expect(() => createTable({ ...columns, tags })).toThrow(/^entry 0 of tags is 99/)
  })

  it('refuses a column with too few or too many rows', () => {
    expect(() => createTable({ ...columns, type: Uint8Array.of(0) })).toThrow('type has 1 entries, not 2')
    expect(() => createTable({ ...columns, lat: Float32Array.of(0, 0, 0) })).toThrow(
      'lat has 3 entries, not 2',
    )
    const short = { ...columns.actors, offsets: columns.actors.offsets.slice(0, 2) }
    expect(() => createTable({ ...columns, actors: short })).toThrow('offsets of actors has 2 entries, not 3')
  })

  it('refuses lists whose offsets fall', () => {
    const tags = { ...columns.tags, offsets: Uint32Array.of(0, 2, 1) }
    expect(() => createTable({ ...columns, tags })).toThrow('the list of tags of row 1 ends before it begins')
  })

  it('refuses rows that are not in the order of their days', () => {
    expect(() => createTable({ ...columns, day: Int32Array.of(2, 1) })).toThrow(
      'row 1 has an earlier day than row 0',
    )
  })
})
