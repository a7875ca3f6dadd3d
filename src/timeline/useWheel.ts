import { useEffect, useRef } from 'react'
import { useViewStore } from '../view/useView.ts'
import { daysIn, momentAt, panSpan, zoomSpan } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/**
 * Zoom per pixel of the wheel, as an exponent of e. A pinch on a touchpad arrives as a wheel event with Ctrl in
 * much smaller steps, so it counts PINCH times.
 */
const ZOOM = 0.0022
const PINCH = 5

/**
 * The most that is kept of turning that has not changed anything: enough for one day of a week, and little to
 * undo at a limit.
 */
const MOST_KEPT = 0.15

/** CSS pixels per unit of `WheelEvent.deltaMode`: pixels, lines, pages. */
const pixelsOf = [1, 16, 400] as const

/**
 * Zooms the axis around the pointer with the wheel; sideways, or with Shift, moves it.
 * @param plot the element that listens; `null` until it is mounted
 * @param width of the plot in CSS pixels
 */
export function useWheel(plot: HTMLElement | null, { limits, setSpan }: Track, width: number): void {
  const store = useViewStore()
  // Turning that has not yet made up a whole day: the small steps of a touchpad add up.
  const turned = useRef({ zoom: 0, pan: 0 })
  // React's wheel listeners are passive, but zooming must keep the page from scrolling.
  useEffect(() => {
    if (!plot) return
    const onWheel = (event: WheelEvent) => {
      const { view, screen } = store.getState()
      const span = screen.timeline?.span
      // In an embedded page the wheel scrolls the surrounding page, as over the map; with Ctrl or Command it
      // zooms.
      if (!span || (view.embed && !event.ctrlKey && !event.metaKey)) return
      event.preventDefault()
      const scale = pixelsOf[event.deltaMode] ?? 1
      const [x, y] = [event.deltaX * scale, event.deltaY * scale]
      const sum = turned.current
      if (event.shiftKey || Math.abs(x) > Math.abs(y)) {
        const wanted = sum.pan + ((x === 0 ? y : x) / width) * daysIn(span)
        turned.current = { zoom: 0, pan: wanted - Math.round(wanted) }
        if (Math.round(wanted) !== 0) setSpan(panSpan(span, wanted, limits))
        return
      }
      const wanted = sum.zoom + y * ZOOM * (event.ctrlKey ? PINCH : 1)
      const moment = momentAt(event.clientX - plot.getBoundingClientRect().left, span, width)
      const next = zoomSpan(span, moment, Math.exp(wanted), limits)
      const hasZoomed = daysIn(next) !== daysIn(span)
      turned.current = { zoom: hasZoomed ? 0 : Math.max(-MOST_KEPT, Math.min(MOST_KEPT, wanted)), pan: 0 }
      if (hasZoomed) setSpan(next)
    }
    plot.addEventListener('wheel', onWheel, { passive: false })
    return () => plot.removeEventListener('wheel', onWheel)
  }, [plot, store, width, limits, setSpan])
}
