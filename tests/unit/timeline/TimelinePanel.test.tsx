import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { TimelineHeight } from '../../../src/timeline/timelineHeight.ts'
import { setDays } from '../../../src/view/acts.ts'
import { act as carryOut, type ViewStore } from '../../../src/view/viewStore.ts'
import { day, literalHistogram, span } from './literalHistogram.ts'
import {
  data,
  daysOf,
  histogram,
  layout,
  show,
  showAll,
  showHeight,
  slider,
  standInForLayout,
} from './showTimeline.tsx'

standInForLayout()

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

describe('on a phone', () => {
  it('opens presets, dates and playback above the bars', async () => {
    layout.width = 362
    const store = show()
    expect(screen.queryByRole('button', { name: '30 days' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Dates and playback' }))
    expect(await screen.findByRole('dialog', { name: 'Dates and playback' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: '3 months' }))
    expect(daysOf(store)).toEqual(span('2026-03-01', '2026-05-31'))
    expect(screen.getByLabelText('From')).toHaveValue('1 Mar 2026')
  })
})
