import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAt, textAt, type IncidentColumns, type IncidentTexts } from '../../../src/incidents/columns.ts'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import { permuteColumns, permuteTexts } from '../../../src/incidents/permuteColumns.ts'
import { actors, incidentLists, incidentWith, places } from './sampleRecords.ts'

const tables = incidentLists.map((incidents) => {
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents)
    builder.append({ ...incident, ...(incident.id.endsWith('1') ? { weapons: ['drone'] } : {}) })
  return builder.build()
})

/** Tables, each with a permutation of its rows. */
const permutations = tables.chain(({ columns, texts }) => {
  const rows = Array.from({ length: columns.rows }, (_, row) => row)
  return fc
    .shuffledSubarray(rows, { minLength: rows.length })
    .map((order) => ({ columns, texts, order: Uint32Array.from(order) }))
})

/** Everything that the columns have of one row, by the name of the column. */
function rowOf(columns: IncidentColumns, row: number): Record<string, unknown> {
  const { rows: _, dictionaries: __, ...each } = columns
  const values: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(each)) {
    if (!('offsets' in column)) values[name] = column[row]
    else values[name] = 'bytes' in column ? textAt(column, row) : [...listAt(column, row)]
  }
  return values
}

function textsOf({ title, summary, urls }: IncidentTexts, row: number): string[] {
  return [...Object.values(title), ...Object.values(summary), urls].map((column) => textAt(column, row))
}

describe('permuteColumns and permuteTexts', () => {
  it('give row order[r] of the old columns as row r', () => {
    fc.assert(
      fc.property(permutations, ({ columns, texts, order }) => {
        const moved = permuteColumns(columns, order)
        const movedTexts = permuteTexts(texts, order)
        expect([moved.rows, movedTexts.rows]).toEqual([columns.rows, texts.rows])
        expect(moved.dictionaries).toBe(columns.dictionaries)
        for (const [row, old] of order.entries()) {
          expect(rowOf(moved, row)).toEqual(rowOf(columns, old))
          expect(textsOf(movedTexts, row)).toEqual(textsOf(texts, old))
        }
      }),
      { numRuns: 200, seed: 11 },
    )
  })

  it('are undone by the inverse permutation', () => {
    fc.assert(
      fc.property(permutations, ({ columns, texts, order }) => {
        const inverse = new Uint32Array(order.length)
        for (const [row, old] of order.entries()) inverse[old] = row
        expect(permuteColumns(permuteColumns(columns, order), inverse)).toEqual(columns)
        expect(permuteTexts(permuteTexts(texts, order), inverse)).toEqual(texts)
      }),
      { numRuns: 100, seed: 12 },
    )
  })

  it('throw for a row that the columns do not have', () => {
    const builder = createColumnsBuilder(actors, places)
    builder.append(incidentWith({}))
    const { columns, texts } = builder.build()
    expect(() => permuteColumns(columns, Uint32Array.of(1))).toThrow(RangeError)
    expect(() => permuteTexts(texts, Uint32Array.of(1))).toThrow(RangeError)
  })
})
