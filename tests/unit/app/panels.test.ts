import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  coveredMap,
  mirrored,
  panelSizes,
  type PanelState,
  type Surroundings,
} from '../../../src/app/panels.ts'

const panels: PanelState = {
  filters: true,
  results: true,
  timeline: 'usual',
  sheet: 'closed',
  searching: false,
}
const around: Surroundings = {
  layout: 'wide',
  isNarrow: false,
  isIncidentOpen: false,
  page: { width: 1440, height: 900 },
  scale: 1,
  foot: null,
}
const covered = (some: Partial<PanelState>, where: Partial<Surroundings> = {}) =>
  coveredMap({ ...panels, ...some }, { ...around, ...where })

describe('how far panels reach over the map', () => {
  it('depends on which are open; a closed one leaves its rail', () => {
    expect(covered({}).left).toBe(284)
    expect(covered({ filters: false }).left).toBe(52)
    expect(covered({ results: false }).right).toBe(52)
    expect(covered({ sheet: 'list' }, { layout: 'phone' }).bottom).toBeGreaterThan(600)
  })

  it('grows with the text', () => {
    expect(covered({}, { scale: 2 }).left).toBe(556)
  })

  it('leaves room for the lines of an incident, but at most 46 % of the page', () => {
    expect(covered({}, { isIncidentOpen: true }).right).toBe(538)
    const page = { width: 1024, height: 768 }
    expect(covered({}, { isIncidentOpen: true, page }).right).toBeCloseTo(0.46 * 1024 + 12)
  })

  it('follows the height of the timeline, which is lower on a low page', () => {
    expect(covered({}).bottom).toBe(136)
    expect(covered({ timeline: 'line' }).bottom).toBe(56)
    expect(covered({ timeline: 'tall' }).bottom).toBe(292)
    const page = { width: 1024, height: 500 }
    expect(covered({}, { page }).bottom).toBe(116)
    expect(covered({ timeline: 'tall' }, { page }).bottom).toBe(237)
  })

  it('includes the open incident of an embedded map', () => {
    expect(covered({}, { layout: 'embed' }).right).toBe(12)
    expect(covered({}, { layout: 'embed', isIncidentOpen: true }).right).toBe(404)
  })

  it('follows the measured height of what a phone shows below its map', () => {
    const foot = (some: Partial<Surroundings>, sheet: PanelState['sheet'] = 'closed') =>
      covered({ sheet }, { layout: 'phone', ...some }).bottom
    expect(foot({ foot: 231, scale: 2 })).toBe(243)
    expect(foot({ foot: 231 }, 'filters')).toBeCloseTo(243 + 0.58 * 900)
    expect(foot({ scale: 2 })).toBeGreaterThan(foot({}))
    // It is left for the map again.
    expect(foot({ foot: 231, isIncidentOpen: true }, 'list')).toBe(243)
  })

  it('is mirrored on a page that runs from right to left', () => {
    expect(mirrored(covered({})).right).toBe(284)
  })
})

it('gives the style sheets every size that they ask for, and no other', () => {
  const sheets = readdirSync('src/app').filter((name) => name.endsWith('.css'))
  const asked = sheets.flatMap((name) =>
    [...readFileSync(`src/app/${name}`, 'utf8').matchAll(/var\((--[\w-]+-size|--panel-gap)\)/g)].map(
      ([, size]) => size,
    ),
  )
  const sizes = panelSizes({ ...panels, timeline: 'tall' }, around)
  expect(new Set(asked)).toEqual(new Set(Object.keys(sizes)))
  expect(sizes['--timeline-size']).toBe('min(17.5rem, 45dvh)')
})
