import { useEffect, useRef } from 'react'
import { useViewStore } from '../view/useView.ts'
import { daysIn, momentAt, panSpan, zoomSpan } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/** How much a pixel of the wheel zooms; a pinch on a touchpad comes as a wheel with Ctrl and in far smaller steps. */
const ZOOM = 0.0022
const PINCH = 5

/** The most that is kept of turning that changes nothing: enough for a day of a week, and soon undone at an end. */
const MOST_KEPT = 0.15

/** CSS pixels of one step, by `WheelEvent.deltaMode`: pixels, lines, pages. */
const pixelsOf = [1, 16, 400] as const

/** The wheel zooms round the pointer; sideways, or with Shift, it moves the axis. */
export function useWheel(plot: HTMLElement | null, { limits, setSpan }: Track, width: number): void {
  const store = useViewStore()
  // What has been turned and is less than a day yet: the small steps of a touchpad add up.
  const turned = useRef({ zoom: 0, pan: 0 })
  // React listens to wheels passively; zooming must keep the page from scrolling.
  useEffect(() => {
    if (!plot) return
    const onWheel = (event: WheelEvent) => {
      const { view, screen } = store.getState()
      const span = screen.timeline?.span
      // Within another page the wheel scrolls that page, as over the map: there Ctrl, or Command, is for what it is over.
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
