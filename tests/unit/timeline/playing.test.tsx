import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { setDays } from '../../../src/view/acts.ts'
import { act as carryOut } from '../../../src/view/viewStore.ts'
import { day, span } from './literalHistogram.ts'
import { daysOf, pass, recordDays, show, standInForLayout } from './showTimeline.tsx'

standInForLayout()

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
