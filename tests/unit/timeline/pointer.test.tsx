import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { daysOf, recordDays, show, standInForLayout } from './showTimeline.tsx'

standInForLayout()

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
