import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_CELLS } from '../../../src/engine/costs.ts'
import { createEngine } from '../../../src/engine/engine.ts'
import { mercatorX, mercatorY, type Bounds } from '../../../src/incidents/place.ts'
import { noFilters, type MapMode } from '../../../src/query/incidentQuery.ts'
import type { Cell } from '../../../src/query/incidentResult.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { anyTable, toColumns, type PlainIncident } from '../../oracle/plainIncident.ts'
import { queryWith, rowWith, world } from './sampleTable.ts'

function cellsOf(
  rows: readonly PlainIncident[],
  { zoom, bounds = world, mode = 'cells' }: { zoom: number; bounds?: Bounds; mode?: MapMode },
): Cell[] {
  return createEngine(toColumns(rows)).answer(queryWith({ map: { bounds, zoom, mode } })).cells ?? []
}

const countOf = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0)

const rowsAt = (...positions: [lng: number, lat: number][]) =>
  positions.map(([lng, lat], index) => rowWith({ id: `i${index}`, lng, lat }))

describe('cells', () => {
  it('merge all incidents of one position at every zoom, and name its place', () => {
    const rows = Array.from({ length: 500 }, (_, index) => rowWith({ id: `i${index}` }))
    for (const zoom of [0, 7.3, 16]) {
      const [cell, ...others] = cellsOf(rows, { zoom })
      expect(others).toEqual([])
      expect(cell).toMatchObject({ count: 500, place: 0, byType: [500, 0, 0, 0, 0, 0, 0] })
      expect(cell?.bounds).toEqual({ west: 36.5, east: 36.5, south: 36.25, north: 36.25 })
      expect(cell?.position[0]).toBeCloseTo(36.5, 5)
      expect(cell?.position[1]).toBeCloseTo(36.25, 5)
      expect(cell?.incident).toBeUndefined()
    }
  })

  it('name the incident where they hold one, and no place where their incidents name several', () => {
    const rows = [
      ...rowsAt([36.5, 36.25]),
      rowWith({ id: 'far', lng: 40, geoPrecision: 'region', places: ['homs', 'sy'] }),
    ]
    const apart = cellsOf(rows, { zoom: 10 })
    expect(apart.map(({ incident }) => incident)).toEqual([
      { id: 'i0', precision: 'town', status: 'reported' },
      { id: 'far', precision: 'region', status: 'reported' },
    ])
    expect(apart.map(({ imprecise }) => imprecise)).toEqual([0, 1])
    const [together] = cellsOf(rows, { zoom: 0 })
    expect(together).toMatchObject({ count: 2, imprecise: 1 })
    expect(together?.place).toBeUndefined()
  })

  it('hold the incidents on both sides of the antimeridian where the bounds cross it', () => {
    const rows = rowsAt([179.9, 0], [-179.9, 0], [180, 10], [-180, 10], [0, 0])
    const cells = cellsOf(rows, { zoom: 9, bounds: { west: 179, south: -5, east: -179, north: 15 } })
    expect(countOf(cells)).toBe(4)
  })

  it('put incidents at the poles at the edge of the map', () => {
    const cells = cellsOf(rowsAt([0, 90], [90, -90]), { zoom: 3 })
    expect(countOf(cells)).toBe(2)
    for (const { position } of cells) expect(Math.abs(position[1])).toBeLessThan(85.1)
  })

  it('leave out incidents far from the bounds, and those known only to their country', () => {
    const rows = [...rowsAt([36.5, 36.25], [-70, -30]), rowWith({ id: 'c', geoPrecision: 'country' })]
    const cells = cellsOf(rows, { zoom: 9, bounds: { west: 36, south: 36, east: 37, north: 37 } })
    expect(cells.map(({ incident }) => incident?.id)).toEqual(['i0'])
  })

  it('are the same at all zooms between two half zooms', () => {
    fc.assert(
      fc.property(anyTable, fc.double({ min: 0, max: 0.499, noNaN: true }), (rows, part) => {
        expect(cellsOf(rows, { zoom: 6.5 + part })).toEqual(cellsOf(rows, { zoom: 6.5 }))
      }),
      { numRuns: propertyRuns(50) },
    )
  })

  it('have radii that depend on their counts alone, not on the filters or the part in sight', () => {
    const rows = [
      ...Array.from({ length: 16 }, (_, index) => rowWith({ id: `a${index}`, lng: 30 })),
      ...Array.from({ length: 4 }, (_, index) => rowWith({ id: `b${index}`, lng: 40, type: 'riots' })),
    ]
    const radii = (bounds: Bounds) =>
      cellsOf(rows, { zoom: 6, bounds }).map(({ count, radius }) => [count, radius])
    const [[, large = 0] = [], [, small = 0] = []] = radii(world)
    expect((large / small) ** 2).toBeCloseTo(4)
    expect(radii({ west: 39, south: 35, east: 41, north: 37 })).toContainEqual([4, small])
  })

  it('are named for each row of the list and for the open incident (drawnIn)', () => {
    const rows = [
      ...rowsAt([36.5, 36.25], [36.6, 36.25], [40, 36.25]),
      rowWith({ id: 'c', geoPrecision: 'country' }),
      rowWith({ id: 'out', type: 'riots' }),
    ]
    const ask = (open: string) =>
      createEngine(toColumns(rows)).answer(
        queryWith({
          map: { bounds: world, zoom: 5, mode: 'cells' },
          filters: { ...noFilters, type: { include: [], exclude: ['riots'] } },
          open,
        }),
      )
    const { cells, drawnIn, list } = ask('i1')
    expect(cells?.[drawnIn.open ?? -1]).toMatchObject({ count: 2 })
    const counts = list.rows.map(({ id }, at) => [id, cells?.[drawnIn.rows[at] ?? -1]?.count ?? null])
    expect(Object.fromEntries(counts)).toEqual({ i0: 2, i1: 2, i2: 1, c: null })
    expect(ask('out').drawnIn.open).toBeNull()
    expect(ask('never-was').drawnIn.open).toBeNull()
  })

  it('have distinct keys', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom<MapMode>('cells', 'points', 'heat'), (rows, mode) => {
        const keys = cellsOf(rows, { zoom: 5, mode }).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: propertyRuns(50) },
    )
  })

  it('do not overlap at zooms below 0', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const scale = 512 * 2 ** -1.25
        const discs = cellsOf(rows, { zoom: -1.25 }).map(({ position: [lng, lat], radius }) => ({
          x: mercatorX(lng) * scale,
          y: mercatorY(lat) * scale,
          radius,
        }))
        for (const [index, a] of discs.entries()) {
          for (const b of discs.slice(index + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius)
        }
      }),
      { numRuns: propertyRuns(50) },
    )
  })
})

describe('points', () => {
  const spread = Array.from({ length: 20_000 }, (_, index) =>
    rowWith({ id: `i${index}`, lng: (index % 200) * 0.9, lat: Math.floor(index / 200) * 0.8 }),
  )

  it('are separate where cells are merged', () => {
    const rows = rowsAt([36.5, 36.25], [36.7, 36.25])
    expect(cellsOf(rows, { zoom: 6, mode: 'cells' })).toHaveLength(1)
    expect(cellsOf(rows, { zoom: 6, mode: 'points' })).toHaveLength(2)
  })

  it('are at most MOST_CELLS, whatever the data', () => {
    const cells = cellsOf(spread, { zoom: 8, mode: 'points' })
    expect(cells.length).toBeLessThanOrEqual(MOST_CELLS)
    expect(countOf(cells)).toBe(spread.length)
  })
})
