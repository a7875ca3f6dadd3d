import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src/query/incidentResult.ts'
import { wholesOf } from '../../../src/map/wholesOf.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { cellWith } from './cellWith.ts'

const north = { west: 30, south: 34, east: 40, north: 38 }
const south = { west: 30, south: 10, east: 40, north: 16 }

/** The keys of the parts with those of their wholes. */
function keysOf(parts: readonly Cell[], wholes: readonly Cell[]): [string, string][] {
  return Array.from(wholesOf(parts, wholes), ([part, whole]): [string, string] => [part.key, whole.key])
}

describe('the cells that held those of a closer zoom', () => {
  it('are those whose bounds contain them', () => {
    const wholes = [
      cellWith({ key: 'north', position: [35, 36], bounds: north, count: 5 }),
      cellWith({ key: 'south', position: [35, 13], bounds: south, count: 5 }),
    ]
    const parts = [
      cellWith({ key: 'a', position: [31, 37] }),
      cellWith({ key: 'b', position: [39, 11] }),
      cellWith({ key: 'c', position: [35, 25] }),
    ]
    expect(keysOf(parts, wholes)).toEqual([
      ['a', 'north'],
      ['b', 'south'],
    ])
  })

  it('contain them whole', () => {
    const whole = cellWith({ key: 'north', position: [35, 36], bounds: north, count: 5 })
    const part = cellWith({ key: 'a', position: [35, 36], bounds: { ...north, south: 33 }, count: 2 })
    expect(keysOf([part], [whole])).toEqual([])
  })

  it('do not count fewer incidents', () => {
    const whole = cellWith({ key: 'north', position: [35, 36], bounds: north, count: 2 })
    expect(keysOf([cellWith({ position: [35, 36], count: 3 })], [whole])).toEqual([])
  })

  it('are the nearest where several may have held them', () => {
    const wholes = [35, 38].map((lng) =>
      cellWith({ key: `at ${lng}`, position: [lng, 36], bounds: north, count: 5 }),
    )
    expect(keysOf([cellWith({ key: 'a', position: [37, 36] })], wholes)).toEqual([['a', 'at 38']])
  })

  it('may reach over the 180th meridian', () => {
    const bounds = { west: 178, south: -18, east: -179, north: -16 }
    const wholes = [
      cellWith({ key: 'fiji', position: [179.5, -17], bounds, count: 5 }),
      cellWith({ key: 'fiji too', position: [178.1, -17], bounds, count: 5 }),
    ]
    expect(keysOf([cellWith({ key: 'a', position: [-179.5, -17] })], wholes)).toEqual([['a', 'fiji']])
  })

  it('need not contain what is rounded otherwise', () => {
    const at = { west: 36.1, south: 36.2, east: 36.1, north: 36.2 }
    const whole = cellWith({ key: 'a whole', position: [36.1, 36.2], bounds: at, count: 2 })
    const part = cellWith({ key: 'a part', position: [36.100_000_000_01, 36.2] })
    expect(keysOf([part], [whole])).toEqual([['a part', 'a whole']])
  })

  it('are not looked for among more cells than can be compared between two frames', () => {
    const many = Array.from({ length: 1_000 }, (_, key) => cellWith({ key: String(key), position: [35, 36] }))
    expect(wholesOf(many, many).size).toBe(0)
  })

  it('are found for every part of squares', () => {
    const point = fc.record({ lng: fc.integer({ min: 0, max: 9 }), lat: fc.integer({ min: 0, max: 9 }) })
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        // Wholes are squares of five degrees, parts single incidents.
        const squareOf = ({ lng, lat }: { lng: number; lat: number }) =>
          `${Math.floor(lng / 5)}/${Math.floor(lat / 5)}`
        const wholes = Array.from(new Set(points.map(squareOf)), (key) => {
          const held = points.filter((at) => squareOf(at) === key)
          const [lngs, lats] = [held.map(({ lng }) => lng), held.map(({ lat }) => lat)]
          const bounds = {
            west: Math.min(...lngs),
            east: Math.max(...lngs),
            south: Math.min(...lats),
            north: Math.max(...lats),
          }
          return cellWith({ key, position: [bounds.west, bounds.south], bounds, count: held.length })
        })
        const parts = points.map(({ lng, lat }, at) => cellWith({ key: String(at), position: [lng, lat] }))
        const found = keysOf(parts, wholes)
        expect(found).toEqual(points.map((at, index) => [String(index), squareOf(at)]))
      }),
      { numRuns: propertyRuns(100) },
    )
  })
})
