import { describe, expect, it, vi } from 'vitest'
import { clickCell } from '../../../src/map/clickCell.ts'
import { sharesPosition } from '../../../src/map/sharesPosition.ts'
import type { Cell } from '../../../src/query/incidentResult.ts'
import { defaultView, MAX_ZOOM, type View } from '../../../src/view/view.ts'
import { createViewStore, setScreen } from '../../../src/view/viewStore.ts'
import { cellWith } from './cellWith.ts'

const several = cellWith({
  position: [37, 36],
  count: 21,
  bounds: { west: 36, south: 35, east: 38, north: 37 },
})
const samePosition: Cell = { ...several, bounds: { west: 37, south: 36, east: 37, north: 36 }, place: 5 }
const one: Cell = { ...several, count: 1, incident: { id: 'a', precision: 'town', status: 'reported' } }

interface Situation {
  opensList?: boolean
  zoom?: number
  view?: Partial<View>
}

function click(cell: Cell, { opensList = false, zoom = 6, view }: Situation = {}) {
  const store = createViewStore({ ...defaultView, ...view })
  setScreen(store, {
    map: { bounds: several.bounds, zoom },
    list: { ...store.getState().screen.list, offset: 60 },
  })
  const zoomInto = vi.fn<(bounds: Cell['bounds']) => void>()
  clickCell({ zoomInto }, store, cell, opensList)
  const { view: after, screen } = store.getState()
  return { zoomInto, incident: after.incident, selectedCell: screen.selectedCell, offset: screen.list.offset }
}

describe('a click on a cell', () => {
  it('opens a single incident', () => {
    const { incident, zoomInto, selectedCell } = click(one)
    expect(incident).toBe('a')
    expect(zoomInto).not.toHaveBeenCalled()
    expect(selectedCell).toBeNull()
  })

  it('zooms into several', () => {
    const { zoomInto, selectedCell } = click(several)
    expect(zoomInto.mock.calls).toEqual([[several.bounds]])
    expect(selectedCell).toBeNull()
  })

  it.each([
    ['at one position', samePosition, {}],
    ['at the highest zoom', several, { zoom: MAX_ZOOM - 1 }],
    ['on a touch screen', several, { opensList: true }],
  ])('lists several %s, from the top of the list', (_, cell, options) => {
    const { zoomInto, selectedCell, offset } = click(cell, options)
    expect(zoomInto).not.toHaveBeenCalled()
    expect(selectedCell).toEqual({ bounds: cell.bounds, count: 21, place: cell.place ?? null })
    expect(offset).toBe(0)
  })

  it('closes the open incident for the list', () => {
    expect(click(samePosition, { view: { incident: 'b' } }).incident).toBeNull()
  })
})

it('tells cells that no zoom takes apart', () => {
  expect(sharesPosition(samePosition)).toBe(true)
  expect(sharesPosition(several)).toBe(false)
})
