import { describe, expect, it } from 'vitest'
import { coveredMap, mirrored } from '../../../src/app/panels.ts'

const panels = { filters: true, results: true, sheet: 'closed', searching: false } as const

describe('how far panels reach over the map', () => {
  it('depends on which are open', () => {
    expect(coveredMap('wide', { ...panels, filters: false }, false, 900, 1).left).toBe(12)
    expect(coveredMap('wide', panels, false, 900, 1).left).toBe(344)
    expect(coveredMap('phone', { ...panels, sheet: 'list' }, false, 800, 1).bottom).toBeGreaterThan(600)
  })

  it('includes the open incident of an embedded map', () => {
    expect(coveredMap('embed', panels, false, 600, 1).right).toBe(12)
    expect(coveredMap('embed', panels, true, 600, 1).right).toBe(404)
  })

  it('is mirrored on a page that runs from right to left', () => {
    expect(mirrored(coveredMap('wide', panels, false, 900, 1)).right).toBe(344)
  })
})
