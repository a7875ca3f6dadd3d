import { describe, expect, it } from 'vitest'
import { tooltipPosition } from '../../../src/map/tooltipPosition.ts'

const map = { width: 1000, height: 800 }
const covered = { top: 60, right: 400, bottom: 150, left: 300 }
const tooltip = { width: 200, height: 100 }
const at = (x: number, y: number, radius = 20) => tooltipPosition({ x, y, radius }, tooltip, map, covered)

describe('a tooltip', () => {
  it('is above its cell, with a gap', () => {
    expect(at(450, 400)).toEqual({ x: 350, y: 272 })
    expect(at(450, 400, 44).y).toBe(248)
  })

  it('is below it if there is no room above', () => {
    expect(at(450, 150).y).toBe(178)
  })

  it('is never under a panel', () => {
    expect(at(310, 400).x).toBe(304)
    expect(at(590, 400).x).toBe(396)
    expect(at(450, 790).y).toBeLessThanOrEqual(800 - 150 - 100)
  })
})
