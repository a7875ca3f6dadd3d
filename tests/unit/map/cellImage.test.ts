import { describe, expect, it } from 'vitest'
import { cellLook, lookName } from '../../../src/map/cellImage.ts'
import type { Cell } from '../../../src/query/incidentResult.ts'

const cell = (change: Partial<Cell>): Cell => ({
  key: 'k',
  position: [0, 0],
  count: 1,
  radius: 11,
  byType: [0, 0, 1, 0, 0, 0],
  imprecise: 0,
  bounds: { west: 0, south: 0, east: 0, north: 0 },
  ...change,
})

describe('how a cell looks', () => {
  it('draws a single by its type, hollow where its place is an area, marked where it is disputed', () => {
    const of = (precision: 'town' | 'district', status: 'reported' | 'disputed') =>
      cellLook(cell({ incident: { id: 'a', precision, status } }), String)
    expect(of('town', 'reported')).toEqual({ kind: 'single', type: 2, hollow: false, disputed: false })
    expect(of('district', 'disputed')).toEqual({ kind: 'single', type: 2, hollow: true, disputed: true })
  })

  it('draws several as a disc whose ring never loses a type', () => {
    const look = cellLook(cell({ count: 1000, byType: [998, 1, 1, 0, 0, 0] }), String)
    expect(look).toMatchObject({ kind: 'disc', label: '1000', ring: [24, 1, 1, 0, 0, 0] })
  })

  it('draws a disc hollow only where all of it is', () => {
    expect(cellLook(cell({ count: 3, imprecise: 3 }), String)).toMatchObject({ hollow: true })
    expect(cellLook(cell({ count: 3, imprecise: 2 }), String)).toMatchObject({ hollow: false })
  })

  it('names equal looks the same, and others apart', () => {
    const a = cellLook(cell({ count: 100, byType: [50, 50, 0, 0, 0, 0] }), String)
    const b = cellLook(cell({ count: 100, byType: [51, 49, 0, 0, 0, 0] }), String)
    expect(lookName(a, 'light')).toBe(lookName(b, 'light'))
    expect(lookName(a, 'light')).not.toBe(lookName(a, 'dark'))
  })
})
