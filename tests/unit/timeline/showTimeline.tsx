import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ResultState } from '../../../src/answers/resultLoop.ts'
import { DatasetContext, type Dataset } from '../../../src/answers/useResult.ts'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import type { Language } from '../../../src/incidents/vocabulary.ts'
import { noFilters, type DayRange } from '../../../src/query/incidentQuery.ts'
import type { Histogram, IncidentResult } from '../../../src/query/incidentResult.ts'
import type { TimelineHeight } from '../../../src/timeline/timelineHeight.ts'
import { TimelinePanel } from '../../../src/timeline/TimelinePanel.tsx'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { defaultView } from '../../../src/view/view.ts'
import { createViewStore, type ViewStore } from '../../../src/view/viewStore.ts'
import { literalHistogram, span } from './literalHistogram.ts'

/** The days of the data set. */
export const data = span('2025-07-01', '2026-05-31')
/** Its bars of weeks. */
export const histogram = literalHistogram('week', data, [
  { day: '2025-07-02', type: 1, certain: 3 },
  { day: '2025-10-21', type: 0, certain: 3, uncertain: 1 },
  { day: '2025-10-22', type: 5, certain: 2 },
  { day: '2026-05-30', type: 3, certain: 4 },
])

/** Width of the timeline in CSS pixels while there is no other. */
const USUAL_WIDTH = 1_400

/** What jsdom does not lay out; usual again before each test. */
export const layout = { width: USUAL_WIDTH }

/** Call in a test file that renders timelines: jsdom lays nothing out, draws nothing and captures no pointer. */
export function standInForLayout(): void {
  beforeEach(() => {
    layout.width = USUAL_WIDTH
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    )
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => layout.width)
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    HTMLElement.prototype.setPointerCapture = () => {}
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true
    }
    HTMLDialogElement.prototype.close = function close() {
      this.open = false
      this.dispatchEvent(new Event('close'))
    }
  })

  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
}

interface Given {
  days?: DayRange
  language?: Language
  bars?: Histogram
  height?: TimelineHeight
  onHeight?: (height: TimelineHeight) => void
}

/** Renders a timeline, with all bars of the data set and no days chosen, unless others are given. */
export function showAll({
  days = { from: null, to: null },
  language = 'en',
  bars = histogram,
  height = 'usual',
  onHeight,
}: Given = {}) {
  const store = createViewStore({ ...defaultView, filters: { ...noFilters, days } })
  const result = { total: 9, of: 9, histogram: bars } as unknown as IncidentResult
  const results = createStore<ResultState>(() => ({
    result,
    query: null,
    isPartial: false,
    error: null,
    unanswered: null,
    indexing: null,
  }))
  const dataset = { results, description: { days: data }, version: 'v1' } as unknown as Dataset
  const panel = (now: TimelineHeight) => (
    <ViewStoreContext value={store}>
      <DatasetContext value={dataset}>
        <I18nProvider language={language}>
          <TimelinePanel height={now} onHeight={onHeight} />
        </I18nProvider>
      </DatasetContext>
    </ViewStoreContext>
  )
  const { rerender, unmount } = render(panel(height))
  return { store, unmount, rerender: (next: TimelineHeight) => rerender(panel(next)) }
}

/** Renders it. @returns the store of the view */
export const show = (given: Given = {}): ViewStore => showAll(given).store
/** Renders it at a height. @param asked receives each height that is asked for */
export const showHeight = (height: TimelineHeight, asked: TimelineHeight[]) =>
  showAll({ height, onHeight: (next) => asked.push(next) })

export const daysOf = (store: ViewStore) => store.getState().view.filters.days
export const slider = (name: string) => screen.getByRole('slider', { name })

/** Time passes, and what waits for it is drawn. */
export function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
}

/** Every change of the days from here on, with its way into the history. */
export function recordDays(store: ViewStore) {
  const seen: { days: DayRange; history: string }[] = []
  store.subscribe(({ view, history }, before) => {
    if (view.filters.days !== before.view.filters.days) seen.push({ days: view.filters.days, history })
  })
  return seen
}
