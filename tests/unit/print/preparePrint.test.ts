import { describe, expect, it, vi } from 'vitest'
import { preparePrint, type PrintQuestion } from '../../../src/print/preparePrint.ts'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import type { IncidentSource } from '../../../src/query/incidentSource.ts'
import { emptyScreen } from '../../../src/view/screen.ts'
import { defaultView, type View } from '../../../src/view/view.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { sourceOf } from '../list/showWithRecords.tsx'

const incidents = [
  incidentWith({ id: 'one', type: 'battles' }),
  incidentWith({ id: 'two', type: 'riots', subtype: 'mob-violence' }),
  incidentWith({ id: 'far', place: { id: 'freedonia', lng: 30, lat: 30, precision: 'country' } }),
]
const onState: IncidentSource['onState'] = (listener) => {
  listener({ kind: 'ready' })
  return () => {}
}
const extent = { west: 36, south: 36, east: 37, north: 37 }

function prepare(
  view: Partial<View>,
  {
    change = {},
    drawMap = vi.fn<PrintQuestion['drawMap']>(() => Promise.resolve(null)),
    signal = new AbortController().signal,
    map = null,
  }: {
    change?: Partial<IncidentSource>
    drawMap?: PrintQuestion['drawMap']
    signal?: AbortSignal
    map?: typeof emptyScreen.map
  } = {},
) {
  const { source } = sourceOf({ incidents }, { onState, ...change })
  const state = {
    view: { ...defaultView, ...view },
    screen: { ...emptyScreen, map },
    history: 'none' as const,
  }
  const prepared = preparePrint({ source, state, extent, language: 'en', drawMap }, signal, () => {})
  return { prepared, drawMap: vi.mocked(drawMap) }
}

describe('preparePrint', () => {
  it('fetches what passes the filters, with a map of it', async () => {
    const filters = { ...noFilters, type: { include: ['riots' as const], exclude: [] } }
    const { prepared, drawMap } = prepare({ filters })
    expect(await prepared).toMatchObject({ kind: 'list', rows: [{ id: 'two' }], answer: { total: 1, of: 3 } })
    const picture = drawMap.mock.calls[0]?.[0]
    expect(picture?.cells).toHaveLength(1)
    expect(picture?.frame.bounds.west).toBeLessThan(extent.west)
    expect(picture?.frame.bounds.north).toBeGreaterThan(extent.north)
  })

  it('shows what the map shows once it was moved', async () => {
    const camera = { zoom: 9, lat: 10, lng: 20, bearing: 0, pitch: 0 }
    const bounds = { west: 19, south: 9.5, east: 21, north: 10.5 }
    const { prepared, drawMap } = prepare({ camera }, { map: { bounds, zoom: 9 } })
    await prepared
    const { camera: taken, bounds: seen } = drawMap.mock.calls[0]?.[0].frame ?? {}
    expect(taken?.lng).toBeCloseTo(20)
    expect(seen && seen.west < 19 && seen.east > 21 && seen.south < 9.5 && seen.north > 10.5).toBe(true)
  })

  it('fetches the full record of the open incident, with a map of its surroundings', async () => {
    const { prepared, drawMap } = prepare({ incident: 'two' })
    expect(await prepared).toMatchObject({ kind: 'incident', details: { incident: { id: 'two' } } })
    expect(drawMap.mock.calls[0]?.[0]).toMatchObject({
      incident: { id: 'two' },
      frame: { camera: { lng: expect.closeTo(36.5, 9) as number, lat: expect.closeTo(36.25, 9) as number } },
    })
  })

  it('draws no map for an incident known only to its country', async () => {
    const { prepared, drawMap } = prepare({ incident: 'far' })
    expect(await prepared).toMatchObject({ kind: 'incident', picture: undefined })
    expect(drawMap).not.toHaveBeenCalled()
  })

  it('prints the list if the data set has no such incident', async () => {
    const { prepared } = prepare({ incident: 'lost' })
    expect(await prepared).toMatchObject({ kind: 'list', answer: { total: 3 } })
  })

  it('prints without a map if none can be drawn', async () => {
    const drawMap = () => Promise.reject(new Error('no graphics'))
    expect(await prepare({}, { drawMap }).prepared).toMatchObject({ kind: 'list', picture: null })
  })

  it('ends when it is aborted', async () => {
    const abort = new AbortController()
    const drawMap = vi.fn<PrintQuestion['drawMap']>(() => {
      abort.abort()
      return Promise.reject(new Error('stopped'))
    })
    await expect(prepare({}, { drawMap, signal: abort.signal }).prepared).rejects.toThrow(/abort/i)
  })
})
