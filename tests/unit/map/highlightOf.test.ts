import { describe, expect, it } from 'vitest'
import { highlightOf, ownCell } from '../../../src/map/highlightOf.ts'
import { cellWith } from './cellWith.ts'

const cell = cellWith({ position: [37, 36], count: 21, radius: 30 })
const incident = { position: [36.5, 36.2], geoPrecision: 'town' } as const

describe('the highlight of an incident', () => {
  it('goes around the cell that it is drawn in', () => {
    expect(highlightOf(incident, cell, 'cells', true)).toEqual([
      { position: [37, 36], radius: 30, open: true },
    ])
  })

  it('is at its own position where no cell is drawn', () => {
    const bare = [{ position: [36.5, 36.2], radius: 11, open: false }]
    expect(highlightOf(incident, undefined, 'cells', false)).toEqual(bare)
    expect(highlightOf(incident, cell, 'heat', false)).toEqual(bare)
  })

  it('is not drawn for an incident known only to its country, or without a position', () => {
    expect(highlightOf({ ...incident, position: null }, undefined, 'cells', true)).toEqual([])
    expect(highlightOf({ ...incident, geoPrecision: 'country' }, undefined, 'cells', true)).toEqual([])
    expect(highlightOf(undefined, undefined, 'cells', true)).toEqual([])
  })

  it('finds the cell that holds an incident alone', () => {
    const alone = { ...cell, count: 1, incident: { id: 'a', precision: 'town', status: 'reported' } } as const
    expect(ownCell([cell, alone], 'a')).toBe(alone)
    expect(ownCell([cell], 'a')).toBeUndefined()
    expect(ownCell(null, 'a')).toBeUndefined()
  })
})
