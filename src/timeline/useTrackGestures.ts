import { useEffect, useRef, type PointerEvent } from 'react'
import type { Histogram } from '../query/incidentResult.ts'
import { setDays } from '../view/acts.ts'
import { act } from '../view/viewStore.ts'
import { useViewStore } from '../view/useView.ts'
import { asFilter, dragTo, startDrag, type Drag, type Grip } from './brush.ts'
import { binCounts, dayAt, daysIn, panSpan, zoomSpan } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/** How much one notch of a wheel zooms. */
const WHEEL = 0.0022

const grips: readonly Grip[] = ['from', 'to', 'window']

/**
 * Dragging, clicking, wheel and pinch on the track. A drag goes to the view at every move; Escape takes it back;
 * a click chooses a bin.
 * @param onPointed told which bin is under the pointer
 * @returns handlers for the plot
 */
export function useTrackGestures(
  plot: HTMLElement | null,
  track: Track,
  width: number,
  histogram: Histogram | null,
  onPointed: (bin: number | null) => void,
  onTouched: () => void,
): Record<string, (event: PointerEvent<HTMLDivElement>) => void> {
  const store = useViewStore()
  const drag = useRef<Drag | null>(null)
  const fingers = useRef(new Map<number, number>())
  const { span, data, limits, setSpan } = track

  const pixel = (clientX: number) => clientX - (plot?.getBoundingClientRect().left ?? 0)
  const dayUnder = (clientX: number) => dayAt(pixel(clientX), span, width)
  const binUnder = (clientX: number) => {
    if (!histogram) return null
    const day = dayUnder(clientX)
    const bin = histogram.starts.findLastIndex((start) => start <= day)
    return bin < 0 ? null : bin
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return
      event.stopPropagation()
      act(store, setDays(drag.current.before, 'replace'))
      drag.current = null
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [store])

  // React listens to wheels passively; zooming must keep the page from scrolling.
  useEffect(() => {
    if (!plot) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const sideways = event.shiftKey ? event.deltaY : event.deltaX
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        setSpan(panSpan(span, (sideways / width) * daysIn(span), limits))
      } else setSpan(zoomSpan(span, dayUnder(event.clientX), Math.exp(event.deltaY * WHEEL), limits))
    }
    plot.addEventListener('wheel', onWheel, { passive: false })
    return () => plot.removeEventListener('wheel', onWheel)
  })

  const pinch = (event: PointerEvent<HTMLDivElement>) => {
    const [a, b] = [...fingers.current.values()]
    fingers.current.set(event.pointerId, event.clientX)
    const [c, d] = [...fingers.current.values()]
    if (a === undefined || b === undefined || c === undefined || d === undefined) return
    const apart = Math.max(20, Math.abs(c - d))
    setSpan(zoomSpan(span, dayUnder((c + d) / 2), Math.max(20, Math.abs(a - b)) / apart, limits))
  }

  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      if (event.button !== 0 || (event.target instanceof HTMLElement && event.target.closest('button')))
        return
      fingers.current.set(event.pointerId, event.clientX)
      if (fingers.current.size > 1) {
        drag.current = null
        return
      }
      event.currentTarget.setPointerCapture(event.pointerId)
      onTouched()
      const { days } = store.getState().view.filters
      drag.current = startDrag(
        gripOf(event.target, days.from === null && days.to === null),
        dayUnder(event.clientX),
        days,
      )
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      if (fingers.current.size > 1) {
        pinch(event)
        return
      }
      onPointed(binUnder(event.clientX))
      const current = drag.current
      if (!current) return
      const day = dayUnder(event.clientX)
      if (!current.moved && day === current.start) return
      drag.current = { ...current, moved: true }
      act(store, setDays(asFilter(dragTo(current, day, data), data), 'replace'))
    },
    onPointerUp(event: PointerEvent<HTMLDivElement>) {
      fingers.current.delete(event.pointerId)
      const current = drag.current
      drag.current = null
      if (!current || current.moved || current.grip === 'from' || current.grip === 'to') return
      const bin = binUnder(event.clientX)
      if (bin === null || !histogram) return
      const { from, to } = binCounts(histogram, bin)
      act(store, setDays({ from, to }, 'push'))
    },
    onPointerCancel(event: PointerEvent<HTMLDivElement>) {
      fingers.current.delete(event.pointerId)
      drag.current = null
    },
    onPointerLeave: () => onPointed(null),
    onDoubleClick: () => act(store, setDays({ from: null, to: null }, 'push')),
  }
}

/** What was taken hold of; without a chosen range there is no window to drag, and a new one begins. */
function gripOf(target: EventTarget, isOpen: boolean): Grip {
  const named =
    target instanceof HTMLElement ? target.closest<HTMLElement>('[data-grip]')?.dataset['grip'] : undefined
  const grip = grips.find((each) => each === named) ?? 'new'
  return grip === 'window' && isOpen ? 'new' : grip
}
