import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { tabTo } from '../tabTo.ts'
import { day, span } from './literalHistogram.ts'
import { data, daysOf, recordDays, show, slider, standInForLayout } from './showTimeline.tsx'

standInForLayout()

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
