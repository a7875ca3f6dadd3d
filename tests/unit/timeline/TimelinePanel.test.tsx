import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ResultState } from '../../../src/answers/resultLoop.ts'
import { DatasetContext, type Dataset } from '../../../src/answers/useResult.ts'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import type { Language } from '../../../src/incidents/vocabulary.ts'
import { noFilters, type DayRange } from '../../../src/query/incidentQuery.ts'
import type { Histogram, IncidentResult } from '../../../src/query/incidentResult.ts'
import type { TimelineHeight } from '../../../src/timeline/timelineHeight.ts'
import { TimelinePanel } from '../../../src/timeline/TimelinePanel.tsx'
import { setDays } from '../../../src/view/acts.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { defaultView } from '../../../src/view/view.ts'
import { act as carryOut, createViewStore, type ViewStore } from '../../../src/view/viewStore.ts'
import { tabTo } from '../tabTo.ts'
import { day, literalHistogram, span } from './literalHistogram.ts'

const data = span('2025-07-01', '2026-05-31')
const histogram = literalHistogram('week', data, [
  { day: '2025-07-02', type: 1, certain: 3 },
  { day: '2025-10-21', type: 0, certain: 3, uncertain: 1 },
  { day: '2025-10-22', type: 5, certain: 2 },
  { day: '2026-05-30', type: 3, certain: 4 },
])

let width = 1_400

beforeEach(() => {
  width = 1_400
  // jsdom lays nothing out, draws nothing and captures no pointer.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width)
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

interface Given {
  days?: DayRange
  language?: Language
  bars?: Histogram
  height?: TimelineHeight
  onHeight?: (height: TimelineHeight) => void
}

function showAll({
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

const show = (given: Given = {}): ViewStore => showAll(given).store
const showHeight = (height: TimelineHeight, asked: TimelineHeight[]) =>
  showAll({ height, onHeight: (next) => asked.push(next) })

const daysOf = (store: ViewStore) => store.getState().view.filters.days
const slider = (name: string) => screen.getByRole('slider', { name })

/** Time passes, and what waits for it is drawn. */
function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
}

/** Every change of the days from here on, with its way into the history. */
function recordDays(store: ViewStore) {
  const seen: { days: DayRange; history: string }[] = []
  store.subscribe(({ view, history }, before) => {
    if (view.filters.days !== before.view.filters.days) seen.push({ days: view.filters.days, history })
  })
  return seen
}

describe('the sliders', () => {
  it('have their days in words', () => {
    show({ days: { from: day('2025-10-21'), to: day('2025-12-31') } })
    expect(slider('First day')).toHaveAttribute('aria-valuetext', '21 October 2025')
    expect(slider('Last day')).toHaveAttribute('aria-valuetext', '31 December 2025')
    expect(slider('Range of days')).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^21 October\s–\s31 December 2025$/),
    )
    expect(slider('First day')).toHaveAccessibleDescription(/Arrow keys move by a day/)
  })

  it('have them in the reader’s language, and run from left to right', () => {
    show({ days: { from: day('2025-10-21'), to: null }, language: 'ar' })
    expect(slider('اليوم الأول')).toHaveAttribute('aria-valuetext', '21 تشرين الأول 2025')
    expect(slider('اليوم الأول').closest('[dir]')).toHaveAttribute('dir', 'ltr')
  })

  it('move the days by keys, without a history entry', async () => {
    const store = show({ days: { from: day('2025-10-21'), to: day('2025-12-31') } })
    const seen = recordDays(store)
    await tabTo(() => slider('First day'))
    await userEvent.keyboard('{ArrowRight}{PageUp}')
    await tabTo(() => slider('Last day'))
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await tabTo(() => slider('Range of days'))
    await userEvent.keyboard('{End}')
    expect(seen.map(({ days }) => days)).toEqual([
      { from: day('2025-10-22'), to: day('2025-12-31') },
      { from: day('2025-11-22'), to: day('2025-12-31') },
      { from: day('2025-11-22'), to: day('2025-12-24') },
      { from: day('2026-04-29'), to: null },
    ])
    expect(new Set(seen.map(({ history }) => history))).toEqual(new Set(['replace']))
  })

  it('describe the bar that holds their day, and choose it with Enter', async () => {
    const store = show({ days: { from: day('2025-10-20'), to: null } })
    await tabTo(() => slider('First day'))
    await userEvent.keyboard('{ArrowRight}')
    expect(slider('First day')).toHaveAccessibleDescription(
      /20\s?–\s?26 October 2025.*5 incidents · 1 may lie here.*Battles.*4.*Strategic developments.*2/,
    )
    const seen = recordDays(store)
    await userEvent.keyboard('{Enter}')
    expect(seen).toEqual([{ days: span('2025-10-20', '2025-10-26'), history: 'push' }])
  })

  it('start at the ends of the axis if no days are chosen, and move one end alone', async () => {
    const store = show()
    for (let click = 0; click < 2; click += 1)
      await userEvent.click(screen.getByRole('button', { name: 'Zoom in on time' }))
    const { from, to } = store.getState().screen.timeline?.span ?? data
    expect(from).toBeGreaterThan(data.from)
    expect(slider('First day')).toHaveAttribute('aria-valuenow', String(from))
    expect(slider('Last day')).toHaveAttribute('aria-valuenow', String(to))
    const seen = recordDays(store)
    await tabTo(() => slider('First day'))
    await userEvent.keyboard('{ArrowRight}')
    await tabTo(() => slider('Last day'))
    await userEvent.keyboard('{ArrowLeft}')
    expect(seen.map(({ days }) => days)).toEqual([
      { from: from + 1, to: null },
      { from: from + 1, to: to - 1 },
    ])
  })

  it('leave other keys to the page', async () => {
    const store = show()
    await tabTo(() => slider('First day'))
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}a')
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })
})

describe('presets', () => {
  it('count from the last day of the data, and make one history entry', async () => {
    const store = show()
    const seen = recordDays(store)
    await userEvent.click(screen.getByRole('button', { name: '30 days' }))
    expect(seen).toEqual([{ days: span('2026-05-02', '2026-05-31'), history: 'push' }])
    expect(screen.getByRole('button', { name: '30 days' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(screen.getByRole('button', { name: '30 days' }))
    expect(seen).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: 'All' }))
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })
})

describe('typed dates', () => {
  const field = (name: string) => screen.findByLabelText(name)
  const type = (input: HTMLElement, value: string) => {
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value } })
  }

  it('show the ends of the data where none is chosen, as the language writes them', async () => {
    show({ days: { from: null, to: day('2025-10-03') }, language: 'fr' })
    expect(await field('Du')).toHaveValue('')
    expect(await field('Du')).toHaveAttribute('placeholder', '1 juil. 2025')
    expect(await field('au')).toHaveValue('3 oct. 2025')
  })

  it('are applied at once; a correction makes no further history entry', async () => {
    const store = show()
    const seen = recordDays(store)
    const from = await field('From')
    type(from, '2025-10-01')
    type(from, '15 oct 2025')
    type(await field('To'), '')
    expect(seen).toEqual([
      { days: { from: day('2025-10-01'), to: null }, history: 'push' },
      { days: { from: day('2025-10-15'), to: null }, history: 'replace' },
    ])
  })

  it('stay as they are typed until the field is left, and are then written as the page writes them', async () => {
    show()
    const from = await field('From')
    type(from, '2025-10-01')
    expect(from).toHaveValue('2025-10-01')
    fireEvent.blur(from)
    expect(from).toHaveValue('1 Oct 2025')
  })

  it('give way to days that are chosen elsewhere', async () => {
    const store = show()
    const from = await field('From')
    type(from, '1 O')
    act(() => carryOut(store, setDays({ from: day('2025-12-24'), to: null }, 'push')))
    expect(from).toHaveValue('24 Dec 2025')
  })

  it('are not applied while a date is being typed', async () => {
    const store = show()
    const from = await field('From')
    type(from, '1 Oct 202')
    expect(daysOf(store).from).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.blur(from)
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Type a whole date, such as 31 May 2026 or 2025-10-03.',
    )
    expect(from).toHaveValue('1 Oct 202')
    type(from, '0002-10-01')
    fireEvent.blur(from)
    expect(screen.getByRole('alert')).toHaveTextContent('The data runs from 1 July 2025 to 31 May 2026.')
    expect(from).toBeInvalid()
  })

  it('are rejected with a message if the first day is after the last', async () => {
    const store = show({ days: { from: day('2025-10-01'), to: day('2025-12-01') } })
    const to = await field('To')
    type(to, '2025-09-01')
    expect(screen.getByRole('alert')).toHaveTextContent('The first day must not be after the last.')
    expect(to).toHaveAccessibleDescription('The first day must not be after the last.')
    expect(daysOf(store)).toEqual(span('2025-10-01', '2025-12-01'))
  })
})

describe('the calendar', () => {
  const open = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

  it('opens on the chosen day with the focus, walks by keys, and chooses with one history entry', async () => {
    const store = show({ days: { from: day('2025-10-03'), to: null } })
    const seen = recordDays(store)
    await open('From: choose a day')
    const chosen = await screen.findByRole('button', { name: /^Friday,? 3 October 2025$/ })
    expect(chosen).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}')
    expect(seen).toEqual([{ days: { from: day('2025-10-11'), to: null }, history: 'push' }])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'From: choose a day' })).toHaveFocus()
  })

  it('offers no day outside the data', async () => {
    show()
    await open('To: choose a day')
    expect(await screen.findByRole('button', { name: /^Sunday,? 31 May 2026$/ })).toHaveFocus()
    expect(screen.queryByRole('button', { name: /1 June 2026/ })).toBeNull()
    expect(screen.getByRole('combobox', { name: 'Year' })).toHaveTextContent(/^20252026$/)
  })

  it('is left by Escape, and by a press elsewhere', async () => {
    const store = show()
    await open('From: choose a day')
    await screen.findByRole('grid')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'From: choose a day' })).toHaveFocus()
    await open('From: choose a day')
    await screen.findByRole('grid')
    fireEvent.pointerDown(document.body)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })

  it('is written in the reader’s language, and read from right to left where that is', async () => {
    show({ days: { from: day('2025-10-03'), to: null }, language: 'ar' })
    await open('من: اختيار يوم')
    const grid = await screen.findByRole('grid', { name: 'تشرين الأول 2025' })
    expect(grid.closest('[dir]')).toHaveAttribute('dir', 'rtl')
    expect(within(grid).getAllByRole('columnheader', { hidden: true })[0]).toHaveTextContent('السبت')
  })
})

describe('the height', () => {
  it('is changed by two buttons, each of which undoes what it did', async () => {
    const asked: TimelineHeight[] = []
    const { rerender } = showHeight('usual', asked)
    await userEvent.click(screen.getByRole('button', { name: 'Taller timeline' }))
    await userEvent.click(screen.getByRole('button', { name: 'Fold the timeline to a line' }))
    rerender('line')
    const fold = screen.getByRole('button', { name: 'Fold the timeline to a line' })
    expect(fold).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(fold)
    expect(asked).toEqual(['tall', 'line', 'usual'])
  })

  it('of one line keeps days, bars and playing', () => {
    showHeight('line', [])
    expect(slider('First day')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Play' })).toBeVisible()
    expect(screen.queryByRole('group', { name: 'Exact dates' })).toBeNull()
  })
})

it('says what hatching means where a bar is hatched, and only there', () => {
  const { unmount } = showAll()
  expect(screen.getByText('inexact date').parentElement).toHaveAttribute(
    'title',
    expect.stringMatching(/^Hatched: the date is known only to a week, a month or a year/),
  )
  unmount()
  show({ bars: literalHistogram('week', data, [{ day: '2025-07-02', type: 1, certain: 3 }]) })
  expect(screen.queryByText('inexact date')).toBeNull()
})

describe('the axis', () => {
  const axisOf = (store: ViewStore) => store.getState().screen.timeline

  it('asks for bins of a unit that its width can show', () => {
    expect(axisOf(show())?.unit).toBe('week')
  })

  it('zooms by buttons, and back to the whole', async () => {
    const store = show()
    const whole = axisOf(store)
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in on time' }))
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in on time' }))
    expect(axisOf(store)?.unit).toBe('day')
    await userEvent.click(screen.getByRole('button', { name: 'Whole time' }))
    expect(axisOf(store)).toEqual(whole)
  })

  it('adds up the small steps of a touchpad', () => {
    const store = show()
    const before = axisOf(store)
    const plot = screen.getByRole('group', { name: 'Incidents over time' })
    for (let turn = 0; turn < 20; turn += 1) fireEvent.wheel(plot, { deltaY: -0.4, clientX: 700 })
    expect(axisOf(store)?.span).not.toEqual(before?.span)
  })

  it('leads to incidents beyond its ends', async () => {
    const far = { ...histogram, before: 2 }
    const store = show({ bars: far })
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in on time' }))
    await userEvent.click(screen.getByRole('button', { name: '2 earlier' }))
    expect(axisOf(store)?.span.from).toBeLessThan(data.from)
  })

  it('shows days that Back or a link chose', async () => {
    const store = show()
    for (let click = 0; click < 4; click += 1) {
      await userEvent.click(screen.getByRole('button', { name: 'Zoom in on time' }))
    }
    act(() => carryOut(store, setDays({ from: day('2025-07-05'), to: null }, 'push')))
    expect(axisOf(store)?.span.from).toBeLessThanOrEqual(day('2025-07-05'))
  })

  it('labels the height of the bars with a round count and its unit of time', () => {
    show()
    expect(
      screen.getByRole('img', { name: 'Height of a bar: incidents per week, from 0 to 6' }),
    ).toHaveTextContent(/^63per week$/)
  })

  it('describes its bars to screen readers', () => {
    show()
    expect(screen.getByText(/busiest bars, in the order of time/).parentElement).toHaveTextContent(
      /20\s?–\s?26 October 2025: 5 incidents · 1 may lie here · Battles 4 · Strategic developments 2\. .*May 2026: 4 incidents/,
    )
  })
})

describe('the pointer on the bars', () => {
  const plot = () => screen.getByRole('group', { name: 'Incidents over time' })
  const at = (clientX: number) => ({ clientX, button: 0, pointerId: 1, pointerType: 'mouse' })

  it('draws a range, and Escape undoes it', () => {
    const store = show()
    const seen = recordDays(store)
    fireEvent.pointerDown(plot(), at(400))
    fireEvent.pointerMove(plot(), at(500))
    fireEvent.pointerMove(plot(), at(600))
    expect(seen.every(({ history }) => history === 'replace')).toBe(true)
    const drawn = daysOf(store)
    expect(drawn.from).not.toBeNull()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(daysOf(store)).toEqual({ from: null, to: null })
    fireEvent.pointerMove(plot(), at(700))
    fireEvent.pointerUp(plot(), at(700))
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })

  it('changes nothing on release', () => {
    const store = show()
    fireEvent.pointerDown(plot(), at(400))
    fireEvent.pointerMove(plot(), at(600))
    const drawn = daysOf(store)
    fireEvent.pointerUp(plot(), at(600))
    expect(daysOf(store)).toBe(drawn)
  })

  it('chooses a bar by a click, and all days by a double click, which makes one history entry', () => {
    const store = show()
    const seen = recordDays(store)
    for (let click = 0; click < 2; click += 1) {
      fireEvent.pointerDown(plot(), at(480))
      fireEvent.pointerUp(plot(), at(480))
    }
    fireEvent.doubleClick(plot(), at(480))
    expect(seen.map(({ history }) => history)).toEqual(['push', 'replace'])
    expect(seen[0]?.days.to).toBe((seen[0]?.days.from ?? 0) + 6)
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })

  it('moves the axis with Shift, not the days', () => {
    const store = show()
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in on time' }))
    const before = store.getState().screen.timeline?.span.from ?? 0
    fireEvent.pointerDown(plot(), { ...at(400), shiftKey: true })
    fireEvent.pointerMove(plot(), at(500))
    fireEvent.pointerUp(plot(), at(500))
    expect(store.getState().screen.timeline?.span.from).toBeLessThan(before)
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })

  it('describes the bar under it', () => {
    show()
    fireEvent.pointerMove(plot(), at(470))
    const readout = screen.getByText(/^20\s?–\s?26 October 2025$/).parentElement
    expect(readout).toBeVisible()
    // Within the track and not in the plot: over the labels of the axis.
    expect(readout?.parentElement).toHaveClass('timeline__track')
    fireEvent.pointerLeave(plot())
    expect(screen.queryByText(/26 October 2025$/)).toBeNull()
  })
})

describe('playing', () => {
  const chosen = span('2025-10-01', '2025-10-31')
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

  it('makes no history entry; the days at which it pauses make one, after the chosen ones', () => {
    vi.useFakeTimers()
    const store = show({ days: chosen })
    const seen = recordDays(store)
    press('Play')
    pass(1_600)
    expect(seen.length).toBeGreaterThan(2)
    expect(new Set(seen.map(({ history }) => history))).toEqual(new Set(['replace']))
    const frame = daysOf(store)
    expect(frame.to).toBeGreaterThan(day('2025-10-31'))
    press('Pause')
    expect(seen.slice(-2)).toEqual([
      { days: chosen, history: 'replace' },
      { days: frame, history: 'push' },
    ])
    pass(2_000)
    expect(daysOf(store)).toEqual(frame)
  })

  it('returns to the chosen days when it ends', () => {
    vi.useFakeTimers()
    const store = show({ days: chosen })
    press('Play')
    pass(1_600)
    expect(daysOf(store)).not.toEqual(chosen)
    pass(60_000)
    expect(daysOf(store)).toEqual(chosen)
    expect(screen.getByRole('button', { name: 'Play' })).toBeVisible()
  })

  it('returns to all days if none were chosen', () => {
    vi.useFakeTimers()
    const store = show()
    press('Play')
    pass(60_000)
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })

  it('returns to the chosen days when it is stopped, paused or not', () => {
    vi.useFakeTimers()
    const store = show({ days: chosen })
    const stop = () => screen.getByRole('button', { name: /^Stop/ })
    expect(stop()).toHaveAttribute('aria-disabled', 'true')
    press('Play')
    pass(1_600)
    press(/^Stop/)
    expect(daysOf(store)).toEqual(chosen)
    press('Play')
    pass(1_600)
    press('Pause')
    const frame = daysOf(store)
    press('Play')
    pass(600)
    expect(daysOf(store).to).toBeGreaterThan(frame.to ?? 0)
    press('Pause')
    press(/^Stop/)
    expect(daysOf(store)).toEqual(chosen)
    expect(stop()).toHaveAttribute('aria-disabled', 'true')
  })

  it('forgets the days that it began with once others are chosen', () => {
    vi.useFakeTimers()
    const store = show({ days: chosen })
    press('Play')
    pass(1_600)
    press('Pause')
    press('7 days')
    expect(screen.getByRole('button', { name: /^Stop/ })).toHaveAttribute('aria-disabled', 'true')
    press(/^Stop/)
    press('Play')
    pass(60_000)
    expect(daysOf(store)).toEqual(span('2026-05-25', '2026-05-31'))
  })

  it('ends when anything else chooses days', () => {
    vi.useFakeTimers()
    const store = show({ days: span('2025-10-01', '2025-10-31') })
    fireEvent.click(screen.getByRole('button', { name: 'Play' }))
    fireEvent.click(screen.getByRole('button', { name: '7 days' }))
    pass(2_000)
    expect(daysOf(store)).toEqual(span('2026-05-25', '2026-05-31'))
    expect(screen.getByRole('button', { name: 'Play' })).toBeVisible()
  })

  it('has the days read aloud when they stop changing, not at every step', () => {
    vi.useFakeTimers()
    const store = show()
    act(() => carryOut(store, setDays(span('2025-10-01', '2025-10-31'), 'replace')))
    pass(500)
    act(() => carryOut(store, setDays(span('2025-10-02', '2025-10-31'), 'replace')))
    pass(1_000)
    expect(screen.getByRole('status')).toHaveTextContent(/^$/)
    pass(1_000)
    expect(screen.getByRole('status')).toHaveTextContent(/^2\s?–\s?31 Oct 2025$/)
  })
})

describe('on a phone', () => {
  it('opens presets, dates and playback above the bars', async () => {
    width = 362
    const store = show()
    expect(screen.queryByRole('button', { name: '30 days' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Dates and playback' }))
    expect(await screen.findByRole('dialog', { name: 'Dates and playback' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: '3 months' }))
    expect(daysOf(store)).toEqual(span('2026-03-01', '2026-05-31'))
    expect(screen.getByLabelText('From')).toHaveValue('1 Mar 2026')
  })
})
