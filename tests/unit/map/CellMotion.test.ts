import { describe, expect, it } from 'vitest'
import { CellMotion } from '../../../src/map/CellMotion.ts'
import { cellWith } from './cellWith.ts'

const whole = cellWith({
  key: '5/whole',
  position: [36, 36],
  bounds: { west: 35, south: 35, east: 37, north: 37 },
  count: 2,
})
const west = cellWith({ key: '6/west', position: [35, 35] })
const east = cellWith({ key: '6/east', position: [37, 37] })

describe('cells of a closer zoom', () => {
  it('come out of the cell that held them, and arrive after 200 ms', () => {
    const motion = new CellMotion()
    motion.change([whole], [west, east], 1, 1_000)
    expect(motion.isRunning(1_000)).toBe(true)
    expect(motion.positionOf(west, 1_000)).toEqual([36, 36])
    const [lng, lat] = motion.positionOf(east, 1_050)
    expect(lng).toBeGreaterThan(36.5)
    expect(lng).toBeLessThan(37)
    expect(lat).toBe(lng)
    expect(motion.leaving(1_050)).toEqual([])
    expect(motion.isRunning(1_200)).toBe(false)
    expect(motion.positionOf(west, 1_200)).toEqual([35, 35])
  })

  it('go on where the cell that held them was on its way', () => {
    const motion = new CellMotion()
    motion.change([whole], [west, east], 1, 1_000)
    const half = motion.positionOf(east, 1_020)
    const near = cellWith({ key: '7/near', position: [37, 37] })
    motion.change([west, east], [near], 1, 1_020)
    expect(motion.positionOf(near, 1_020)).toEqual(half)
  })

  it('stay on their way while the zoom leaves the cells as they are', () => {
    const motion = new CellMotion()
    motion.change([whole], [west, east], 1, 1_000)
    const before = motion.positionOf(east, 1_100)
    motion.change([west, east], [{ ...west }, { ...east }], 0.1, 1_090)
    motion.change([west, east], [{ ...east }], 0, 1_095)
    expect(motion.positionOf({ ...east }, 1_100)).toEqual(before)
    expect(motion.isRunning(1_199)).toBe(true)
    expect(motion.isRunning(1_200)).toBe(false)
  })

  it('take the shorter way around the world', () => {
    const motion = new CellMotion()
    const fiji = cellWith({
      key: '5/fiji',
      position: [179.5, -17],
      bounds: { west: 178, south: -18, east: -179, north: -16 },
      count: 2,
    })
    const beyond = cellWith({ key: '6/beyond', position: [-179.5, -17] })
    motion.change([fiji], [beyond], 1, 0)
    expect(motion.positionOf(beyond, 0)).toEqual([-180.5, -17])
  })
})

describe('cells of a farther zoom', () => {
  it('are at their place at once, and the ones that they hold run into them', () => {
    const motion = new CellMotion()
    motion.change([west, east], [whole], -1, 1_000)
    expect(motion.positionOf(whole, 1_000)).toEqual([36, 36])
    expect(motion.leaving(1_000)).toEqual([
      { cell: west, position: [35, 35] },
      { cell: east, position: [37, 37] },
    ])
    const [, second] = motion.leaving(1_050)
    expect(second?.position[0]).toBeGreaterThan(36)
    expect(second?.position[0]).toBeLessThan(36.5)
    expect(motion.leaving(1_200)).toEqual([])
  })
})

describe('cells that have changed for another reason than the zoom', () => {
  it('are at their places at once', () => {
    const motion = new CellMotion()
    motion.change([whole], [west, east], null, 1_000)
    expect(motion.isRunning(1_000)).toBe(false)
    expect(motion.positionOf(west, 1_000)).toEqual([35, 35])
  })

  it('end what is under way', () => {
    const motion = new CellMotion()
    motion.change([whole], [west, east], 1, 1_000)
    motion.change([west, east], [west], null, 1_050)
    expect(motion.isRunning(1_050)).toBe(false)
    expect(motion.positionOf(west, 1_050)).toEqual([35, 35])
  })
})

it('moves nothing where no cell has held another', () => {
  const motion = new CellMotion()
  motion.change([whole], [cellWith({ key: '6/far', position: [100, 0] })], 1, 1_000)
  expect(motion.isRunning(1_000)).toBe(false)
})
