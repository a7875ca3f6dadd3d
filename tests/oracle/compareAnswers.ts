import { expect } from 'vitest'
import type { Engine } from '../../src/engine/engine.ts'
import { mercatorX, mercatorY } from '../../src/incidents/place.ts'
import { eventTypes } from '../../src/incidents/vocabulary.ts'
import { cellSizes } from '../../src/query/cellSize.ts'
import type { IncidentQuery } from '../../src/query/incidentQuery.ts'
import type { Cell, IncidentResult } from '../../src/query/incidentResult.ts'
import { expectEqual } from './expectEqual.ts'
import { naiveAnswer } from './naiveAnswer.ts'
import { failsOf, isDrawn, liesIn } from './naiveFilters.ts'
import { indexOfPlace, type PlainIncident } from './plainIncident.ts'

/** An answer, and the cell of each row that passes: which rows a cell holds is seen by nothing else. */
export interface Answered {
  result: IncidentResult
  /** Index into `result.cells` by id of a passing row; null where the map draws it in none. */
  cellOf: ReadonlyMap<string, number | null>
}

/** Asks a query, and once more with all rows on one page of the list. @param rows how many the table has */
export function ask(engine: Engine, query: IncidentQuery, rows: number): Answered {
  const result = engine.answer(query)
  const { list, drawnIn, cells } = engine.answer({
    ...query,
    list: { order: 'oldest', offset: 0, limit: rows, within: null },
  })
  expectEqual(cells, result.cells)
  return { result, cellOf: new Map(list.rows.map(({ id }, at) => [id, drawnIn.rows[at] ?? null])) }
}

/** Fails unless every part of the answer is that of a plain look at each row. */
export function expectNaiveAnswer(
  rows: readonly PlainIncident[],
  query: IncidentQuery,
  { result, cellOf }: Answered,
): void {
  const { cells, drawnIn, ...others } = result
  expectEqual(others, naiveAnswer(rows, query))
  const passing = rows.filter((row) => failsOf(row, query.filters).length === 0)
  expectEqual(
    [...cellOf.keys()],
    passing.map(({ id }) => id),
  )
  expectDrawnIn(result, query, cellOf)
  if (!query.map) {
    expect(cells).toBeNull()
    expect(drawnIn.rows.every((at) => at === null)).toBe(true)
    return
  }
  expect(cells).not.toBeNull()
  expectCells(cells ?? [], query.map, rows, passing, cellOf)
}

function expectDrawnIn(
  { drawnIn, list }: IncidentResult,
  { open }: IncidentQuery,
  cellOf: Answered['cellOf'],
): void {
  expectEqual(
    drawnIn.rows,
    list.rows.map(({ id }) => cellOf.get(id)),
  )
  expect(drawnIn.open).toBe(open === null ? null : (cellOf.get(open) ?? null))
}

type MapQuery = NonNullable<IncidentQuery['map']>

/** Cells part the drawn rows, and say of each part what is true of it. */
function expectCells(
  cells: readonly Cell[],
  map: MapQuery,
  rows: readonly PlainIncident[],
  passing: readonly PlainIncident[],
  cellOf: Answered['cellOf'],
): void {
  const inCells = cells.map((): PlainIncident[] => [])
  const missing: string[] = []
  for (const row of passing) {
    const at = cellOf.get(row.id) ?? null
    const rowsOfCell = at === null ? undefined : inCells[at]
    if (rowsOfCell) rowsOfCell.push(row)
    else if (at !== null || liesIn(row, map.bounds)) missing.push(row.id)
  }
  expectEqual(missing, [])
  const radiusOf = cellSizes(fullestBlock(rows, map.zoom))
  for (const [at, cell] of cells.entries()) {
    const { count, radius, byType, imprecise, bounds, place, incident } = cell
    const own = inCells[at] ?? []
    expectEqual({ count, radius, byType, imprecise, bounds, place, incident }, figuresOf(own, radiusOf))
    const [x, y] = [mercatorX(cell.position[0]), mercatorY(cell.position[1])]
    const isCentre = Math.abs(x - mean(own, worldX)) < CLOSE && Math.abs(y - mean(own, worldY)) < CLOSE
    expect(isCentre, `${cell.key} is at the centre of its rows`).toBe(true)
  }
  const keys = cells.map(({ key }) => key)
  expectEqual(new Set(keys).size, keys.length)
  if (map.mode === 'cells') expectEqual(overlaps(cells, map.zoom), [])
}

/** World coordinates that differ by less are the same: some 40 cm at the equator. */
const CLOSE = 1e-8

/** All that a cell says of its rows, but for its key and its centre. @param rows at least one */
function figuresOf(rows: readonly PlainIncident[], radiusOf: (count: number) => number) {
  const [lngs, lats] = [rows.map(({ lng }) => Math.fround(lng)), rows.map(({ lat }) => Math.fround(lat))]
  const named = new Set(rows.map(indexOfPlace))
  const [only] = rows
  return {
    count: rows.length,
    radius: radiusOf(rows.length),
    byType: eventTypes.map((type) => rows.filter((row) => row.type === type).length),
    imprecise: rows.filter(({ geoPrecision }) => ['district', 'region'].includes(geoPrecision)).length,
    bounds: {
      west: Math.min(...lngs),
      south: Math.min(...lats),
      east: Math.max(...lngs),
      north: Math.max(...lats),
    },
    place: named.size === 1 ? [...named][0] : undefined,
    incident:
      only && rows.length === 1
        ? { id: only.id, precision: only.geoPrecision, status: only.status }
        : undefined,
  }
}

/** The engine rounds world coordinates to a lattice of 2^28 points, so that its sums are exact. */
const onLattice = (part: number) => Math.round(part * 2 ** 28) / 2 ** 28
const worldX = ({ lng }: PlainIncident) => onLattice(mercatorX(Math.fround(lng)))
const worldY = ({ lat }: PlainIncident) => onLattice(mercatorY(Math.fround(lat)))

function mean(rows: readonly PlainIncident[], of: (row: PlainIncident) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0) / rows.length
}

/** Rows of the table in the fullest square of 512 pixels, at the half zoom that cells are made for. */
function fullestBlock(rows: readonly PlainIncident[], zoom: number): number {
  const blocks = 2 ** (Math.floor(zoom * 2) / 2)
  const counts = new Map<string, number>()
  for (const row of rows) {
    if (!isDrawn(row)) continue
    const key = `${Math.floor(worldX(row) / (1 / blocks))}/${Math.floor(worldY(row) / (1 / blocks))}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

/** Keys of cells whose discs touch. */
function overlaps(cells: readonly Cell[], zoom: number): string[] {
  const world = 512 * 2 ** zoom
  const discs = cells.map(({ key, position: [lng, lat], radius }) => ({
    key,
    x: mercatorX(lng) * world,
    y: mercatorY(lat) * world,
    radius,
  }))
  return discs.flatMap((a, at) =>
    discs
      .slice(at + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) <= a.radius + b.radius)
      .map((b) => `${a.key} and ${b.key}`),
  )
}
