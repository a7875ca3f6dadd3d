import { describe, expect, it } from 'vitest'
import { chooseOnly, showOnly } from '../../../src/view/acts.ts'
import { asksForFrame, followCamera, keptByLink, sameFilters } from '../../../src/map/cameraLink.ts'
import { AREA_ROOM, freeRoom, CELL_ROOM } from '../../../src/map/freeRoom.ts'
import { nearestCell } from '../../../src/map/nearestCell.ts'
import { areaFeatures, relatedFeatures } from '../../../src/map/overlayFeatures.ts'
import { scaleLength } from '../../../src/map/scaleBar.ts'
import { geodesicCircle, uncertaintyArea } from '../../../src/map/uncertainty.ts'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { defaultView, type View } from '../../../src/view/view.ts'
import type { IncidentSummary } from '../../../src/query/incidentResult.ts'
import { cellWith } from './cellWith.ts'

/** Metres between two points of a sphere. */
function metres([lngA, latA]: readonly [number, number], [lngB, latB]: readonly [number, number]): number {
  const rad = Math.PI / 180
  const a =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lngB - lngA) * rad) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a))
}

describe('areas of uncertainty', () => {
  it.each([
    [36.5, 36.2],
    [179.99, 0],
    [10, 80],
  ])('have the radius of their precision at %d, %d', (lng, lat) => {
    const ring = geodesicCircle([lng, lat], 15_000)
    for (const point of ring) expect(metres([lng, lat], point)).toBeCloseTo(15_000, 0)
    expect(ring.at(-1)).toEqual(ring[0])
  })

  it('exist for incidents known to an area, but not for a site or a country', () => {
    expect(uncertaintyArea([0, 0], 'district').features).toHaveLength(1)
    expect(uncertaintyArea([0, 0], 'site').features).toHaveLength(0)
    expect(uncertaintyArea([0, 0], 'country').features).toHaveLength(0)
  })
})

const camera = { zoom: 6, lat: 35, lng: 37, bearing: 0, pitch: 0 }

describe('following the camera of the view', () => {
  it('stays at a camera that the map itself reported', () => {
    expect(followCamera(camera, { ...camera, lat: 35.000_000_1 }, false)).toBe('stay')
  })

  it('jumps to the camera of a link or of Back', () => {
    expect(followCamera({ ...camera, zoom: 8 }, camera, false)).toBe('jump')
  })

  it('shows all results once, not again and again', () => {
    expect(followCamera(null, camera, false)).toBe('fit')
    expect(followCamera(null, camera, true)).toBe('stay')
  })
})

describe('a chosen place', () => {
  const choosing = (...include: string[]): View => ({
    ...defaultView,
    filters: { ...noFilters, place: { include, exclude: [] } },
  })
  const seen = { ...choosing(), camera }

  it('is framed when it is chosen by hand, wherever the camera was', () => {
    expect(asksForFrame(seen, { view: { ...choosing('homs'), camera }, history: 'push' })).toBe(true)
    expect(asksForFrame(choosing(), { view: choosing('homs'), history: 'push' })).toBe(true)
  })

  it('moves nothing when it is removed, or comes with a link that has its own camera', () => {
    const before = { ...choosing('homs'), camera }
    expect(asksForFrame(before, { view: seen, history: 'push' })).toBe(false)
    expect(asksForFrame(seen, { view: before, history: 'none' })).toBe(false)
  })

  it('is framed after Back if the view shows all results', () => {
    expect(asksForFrame(choosing('homs'), { view: choosing(), history: 'none' })).toBe(true)
  })

  it('is compared by its ids', () => {
    expect(sameFilters(choosing('homs', 'hama'), choosing('homs', 'hama'))).toBe(true)
    expect(asksForFrame(choosing('homs'), { view: choosing('homs'), history: 'none' })).toBe(false)
    expect(sameFilters(choosing('homs'), choosing('hama'))).toBe(false)
  })
})

describe('an act that shows only some results', () => {
  const seen = { ...defaultView, camera }

  it('frames them once they are known, with an entry in the history of its own', () => {
    const act = showOnly('tag', 'check: future-date')
    const after = act.apply(seen)
    expect(act.history).toBe('push')
    expect(after.filters.tag).toEqual({ include: ['check: future-date'], exclude: [] })
    expect(asksForFrame(seen, { view: after, history: act.history })).toBe(true)
  })

  it('is told from a filter that leaves the map where it is', () => {
    const after = chooseOnly('tag', 'check: future-date').apply(seen)
    expect(asksForFrame(seen, { view: after, history: 'push' })).toBe(false)
    expect(asksForFrame(defaultView, { view: { ...after, camera: null }, history: 'push' })).toBe(false)
  })
})

describe('an open incident', () => {
  const opened = { ...defaultView, incident: 'a' }

  it('is not moved to if its link has its own camera', () => {
    expect(keptByLink({ view: { ...opened, camera }, history: 'none' })).toBe('a')
  })

  it('is moved to if its link has none, and if it is opened by hand', () => {
    expect(keptByLink({ view: opened, history: 'none' })).toBeNull()
    expect(keptByLink({ view: { ...opened, camera }, history: 'push' })).toBeNull()
  })
})

describe('what is drawn over the basemap', () => {
  const summary = (
    id: string,
    position: [number, number],
    geoPrecision: IncidentSummary['geoPrecision'] = 'town',
  ): IncidentSummary => ({
    id,
    position,
    geoPrecision,
    title: {},
    start: 0,
    end: 0,
    timePrecision: 'day',
    type: 'riots',
    subtype: 'mob-violence',
    status: 'reported',
    place: 0,
    deaths: { standing: 'not-reported', min: null, max: null },
    sources: 1,
  })

  it('has no line to or from an incident known only to its country, nor to the same position', () => {
    const open = summary('a', [36, 36])
    expect(
      relatedFeatures(open, [summary('b', [38, 35], 'country'), summary('c', [36, 36])]).features,
    ).toEqual([])
    expect(relatedFeatures(summary('a', [38, 35], 'country'), [summary('b', [36, 36])]).features).toEqual([])
    expect(
      relatedFeatures(open, [summary('b', [37, 36])]).features.map(({ geometry }) => geometry.type),
    ).toEqual(['LineString', 'Point'])
  })

  it('goes the short way over the antimeridian', () => {
    const [line] = relatedFeatures(summary('a', [179, 0]), [summary('b', [-179, 0])]).features
    expect(line?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [179, 0],
        [181, 0],
      ],
    })
    const [area] = areaFeatures({ west: 170, south: 0, east: -170, north: 1 }).features
    expect(JSON.stringify(area?.geometry)).toContain('190')
  })
})

describe('the scale', () => {
  it.each([
    [0, 0, 90],
    [35, 7, 90],
    [60, 15, 90],
  ])('is a round length that fits, at %d degrees and zoom %d', (lat, zoom, room) => {
    const { metres: length, pixels } = scaleLength(lat, zoom, room)
    expect(String(length)).toMatch(/^[125]0*$/)
    expect(pixels).toBeLessThanOrEqual(room)
    expect(pixels).toBeGreaterThan(room / 2.6)
  })
})

it('keeps clear of panels only where that leaves room', () => {
  const panels = { top: 60, right: 420, bottom: 160, left: 340 }
  expect(freeRoom(panels, 1440, 900, CELL_ROOM).left).toBeGreaterThan(340)
  expect(freeRoom(panels, 700, 900, CELL_ROOM).left).toBeLessThan(20)
})

it('keeps clear of the controls of the map, as far as there is room', () => {
  const panels = { top: 48, right: 12, bottom: 639, left: 12 }
  expect(freeRoom(panels, 390, 1200, AREA_ROOM)).toEqual({ top: 100, right: 64, bottom: 691, left: 64 })
  const { top, bottom } = freeRoom(panels, 390, 844, CELL_ROOM)
  expect(844 - top - bottom).toBeGreaterThanOrEqual(80)
  expect(top).toBeGreaterThan(48)
  expect(bottom).toBeGreaterThan(639)
  // A whole country is not pressed into what a sheet leaves of a phone.
  expect(freeRoom(panels, 390, 844, AREA_ROOM)).toMatchObject({ top: 8, bottom: 8 })
})

it('finds the nearest mark under the pointer, within its reach', () => {
  const cell = (key: string, x: number) => cellWith({ key, position: [x, 0] })
  const cells = [cell('a', 0), cell('b', 30)]
  const project = ([x, y]: readonly [number, number]) => ({ x, y })
  expect(nearestCell(cells, { x: 18, y: 0 }, 10, project)?.key).toBe('b')
  expect(nearestCell(cells, { x: 5, y: 5 }, 3, project)?.key).toBe('a')
  expect(nearestCell(cells, { x: 80, y: 0 }, 3, project)).toBeNull()
})
