import { describe, expect, it } from 'vitest'
import { cellLook, lookName } from '../../../src/map/cellImage.ts'
import { cellWith } from './cellWith.ts'

describe('the look of a cell', () => {
  it('is the shape of the event type for one incident, hollow if only an area is known, marked if disputed', () => {
    const of = (precision: 'town' | 'district', status: 'reported' | 'disputed') =>
      cellLook(cellWith({ incident: { id: 'a', precision, status } }), String)
    expect(of('town', 'reported')).toEqual({ kind: 'single', type: 2, hollow: false, disputed: false })
    expect(of('district', 'disputed')).toEqual({ kind: 'single', type: 2, hollow: true, disputed: true })
  })

  it('is a disc for several, whose ring has a part for every type that occurs', () => {
    const look = cellLook(cellWith({ count: 1000, byType: [998, 1, 1, 0, 0, 0] }), String)
    expect(look).toMatchObject({ kind: 'disc', label: '1000', ring: [24, 1, 1, 0, 0, 0] })
  })

  it('is a hollow disc only if all its incidents are known only to areas', () => {
    expect(cellLook(cellWith({ count: 3, imprecise: 3 }), String)).toMatchObject({ hollow: true })
    expect(cellLook(cellWith({ count: 3, imprecise: 2 }), String)).toMatchObject({ hollow: false })
  })

  it('has equal keys for equal looks, and different ones for others', () => {
    const a = cellLook(cellWith({ count: 100, byType: [50, 50, 0, 0, 0, 0] }), String)
    const b = cellLook(cellWith({ count: 100, byType: [51, 49, 0, 0, 0, 0] }), String)
    expect(lookName(a, 'light')).toBe(lookName(b, 'light'))
    expect(lookName(a, 'light')).not.toBe(lookName(a, 'dark'))
  })
})
