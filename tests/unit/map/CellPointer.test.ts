import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CellPointer } from '../../../src/map/CellPointer.ts'
import type { MapHandlers } from '../../../src/map/mapHandlers.ts'
import type { Cell } from '../../../src/query/incidentResult.ts'
import { cellWith } from './cellWith.ts'

const cell = cellWith({ position: [100, 50] })

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })))
afterEach(() => vi.unstubAllGlobals())

/** A pointer over a map whose degrees are its pixels. */
function pointerOver(cells: readonly Cell[]) {
  const onHover = vi.fn<MapHandlers['onHover']>()
  const onClick = vi.fn<MapHandlers['onClick']>()
  const setCursor = vi.fn<(cursor: 'pointer' | '') => void>()
  const map = { cells: () => cells, project: ([x, y]: readonly [number, number]) => ({ x, y }), setCursor }
  return { pointer: new CellPointer(map, { onHover, onClick }), onHover, onClick, setCursor }
}

describe('the pointer over the map', () => {
  it('reports the cell beneath it, at the position of the cell', () => {
    const { pointer, onHover, setCursor } = pointerOver([cell])
    pointer.hover({ x: 105, y: 50 })
    expect(onHover).toHaveBeenLastCalledWith(cell, { x: 100, y: 50 })
    expect(setCursor).toHaveBeenLastCalledWith('pointer')
    pointer.hover({ x: 300, y: 50 })
    expect(onHover.mock.lastCall?.[0]).toBeNull()
    expect(setCursor).toHaveBeenLastCalledWith('')
  })

  it('reports nothing while it is over no cell', () => {
    const { pointer, onHover } = pointerOver([])
    pointer.hover({ x: 1, y: 1 })
    pointer.leave()
    expect(onHover).not.toHaveBeenCalled()
  })

  it('reports once that it has left', () => {
    const { pointer, onHover } = pointerOver([cell])
    pointer.hover({ x: 100, y: 50 })
    pointer.leave()
    pointer.leave()
    expect(onHover.mock.calls.map(([pointed]) => pointed)).toEqual([cell, null])
  })

  it('reports a click on a cell, and none elsewhere', () => {
    const { pointer, onClick, onHover } = pointerOver([cell])
    pointer.hover({ x: 100, y: 50 })
    pointer.press({ x: 100, y: 50 })
    pointer.press({ x: 300, y: 50 })
    expect(onClick.mock.calls).toEqual([[cell]])
    expect(onHover.mock.lastCall?.[0]).toBeNull()
  })
})
