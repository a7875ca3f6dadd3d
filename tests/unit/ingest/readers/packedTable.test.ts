import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPackedTable } from '../../../../src/ingest/readers/packedTable.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

describe('a packed table', () => {
  it('gives back every cell, in order and one by one', () => {
    const cell = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 30 }), (rows) => {
        const packed = createPackedTable('t')
        rows.forEach((cells, i) => packed.push(2 * i, cells))
        const table = packed.finish()
        const expected = rows.map((cells, i) => ({ entry: 2 * i, cells }))
        expect([...table.rows()]).toEqual(expected)
        expect([...table.rows()]).toEqual(expected)
        expect(rows.map((_, i) => table.record(i))).toEqual(expected)
        expect(table.records).toBe(rows.length)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('takes columns while records come, and keeps undefined as an empty cell', () => {
    const packed = createPackedTable('sheet', ['a'])
    packed.push(0, ['1'])
    expect(packed.addColumn('b')).toBe(1)
    packed.push(1, [undefined, '2'])
    const table = packed.finish()
    expect(table).toMatchObject({ name: 'sheet', columns: ['a', 'b'], width: 2, records: 2 })
    expect([...table.rows()].map(({ cells }) => cells)).toEqual([['1'], ['', '2']])
  })

  it('is as wide as its widest record where no column has a name', () => {
    const packed = createPackedTable('')
    packed.push(0, ['1', '2', '3'])
    packed.push(1, ['4'])
    expect(packed.finish()).toMatchObject({ columns: [], width: 3 })
  })

  it('holds records longer than a chunk, and many chunks', () => {
    const long = 'ä'.repeat(1_500_000)
    const packed = createPackedTable('')
    for (let i = 0; i < 3000; i += 1) packed.push(i, [`${i}`, 'x'.repeat(1000), i === 1500 ? long : ''])
    const table = packed.finish()
    expect(table.record(1500).cells[2]).toBe(long)
    expect(table.record(2999).cells).toEqual(['2999', 'x'.repeat(1000), ''])
  })

  it('refuses an index beyond its records', () => {
    const table = createPackedTable('').finish()
    expect(() => table.record(0)).toThrow(RangeError)
    expect(() => table.record(-1)).toThrow(RangeError)
  })
})
