import { useEffect, useRef, type MouseEvent, type PointerEvent } from 'react'
import type { DaySpan } from '../incidents/day.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { setDays } from '../view/acts.ts'
import { useViewStore } from '../view/useView.ts'
import { act } from '../view/viewStore.ts'
import { binAt, binOfDay } from './bins.ts'
import { brushReducer, type BrushEvent, type Drag, type Grip } from './brushReducer.ts'
import { pressWay } from './pressWay.ts'
import { dayAt, daysIn, momentAt, panSpan, pinchSpan, type Finger } from './timeScale.ts'
import type { Track } from './useTrack.ts'
import { useWheel } from './useWheel.ts'

const grips: readonly Grip[] = ['from', 'to', 'window']

interface Options {
  plot: HTMLElement | null
  track: Track
  width: number
  histogram: Histogram | null
  /** Told which bin is under the pointer. */
  onPointed: (bin: number | null) => void
  /** Told that the user has taken hold of the brush. */
  onTouched: () => void
}

/**
 * Dragging, clicking, wheel and pinch on the track. A drag goes to the view at every move; Escape takes it back;
 * a click chooses a bin, a double click all days; a press that moves away from the bars does nothing. With Shift, a drag moves the axis.
 * @returns handlers for the plot
 */
export function useTrackGestures({ plot, track, width, histogram, onPointed, onTouched }: Options) {
  const store = useViewStore()
  const drag = useRef<Drag | null>(null)
  const pan = useRef<{ pixel: number; span: DaySpan } | null>(null)
  const fingers = useRef(new Map<number, Finger>())
  const lastEntry = useRef(-Infinity)
  /** Where a press began that may yet be a click; null once it is a drag, and for the ends, which are drags at once. */
  const press = useRef<{ x: number; y: number } | null>(null)
  const { span, data, limits, setSpan } = track

  const pixel = (clientX: number) => clientX - (plot?.getBoundingClientRect().left ?? 0)
  const dayUnder = (clientX: number) => dayAt(pixel(clientX), span, width)
  const binUnder = (clientX: number) => histogram && (binOfDay(histogram, dayUnder(clientX)) ?? null)
  const brush = (event: BrushEvent) => {
    const { drag: next, change } = brushReducer(drag.current, event)
    drag.current = next
    if (change) act(store, setDays(change.days, change.history))
  }

  useWheel(plot, track, width)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return
      event.stopPropagation()
      const { change } = brushReducer(drag.current, { kind: 'cancel' })
      drag.current = null
      if (change) act(store, setDays(change.days, change.history))
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [store])

  const pinch = () => {
    const [a, b] = fingers.current.values()
    if (a && b) setSpan(pinchSpan(a, b, width, limits))
  }
  /** Tells a drag from a click, and drops what has left the bars. @returns whether the brush is to follow */
  const isDrag = ({ clientX, clientY, pointerType }: PointerEvent) => {
    if (!press.current) return true
    const way = pressWay(clientX - press.current.x, clientY - press.current.y, pointerType)
    if (way !== 'still') press.current = null
    if (way === 'away') brush({ kind: 'cancel' })
    return way === 'along'
  }
  const letGo = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId)
    pan.current = null
    if (event.pointerType !== 'mouse') onPointed(null)
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return
      const at = pixel(event.clientX)
      if (fingers.current.size > 1) return
      fingers.current.set(event.pointerId, { pixel: at, moment: momentAt(at, span, width) })
      event.currentTarget.setPointerCapture(event.pointerId)
      onTouched()
      if (fingers.current.size > 1) brush({ kind: 'cancel' })
      else if (event.shiftKey) pan.current = { pixel: at, span }
      else {
        const { days } = store.getState().view.filters
        const grip = gripOf(event.target)
        press.current = grip === 'from' || grip === 'to' ? null : { x: event.clientX, y: event.clientY }
        brush({ kind: 'grab', grip, day: dayUnder(event.clientX), days, axis: span, data })
      }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const at = pixel(event.clientX)
      const finger = fingers.current.get(event.pointerId)
      if (finger) fingers.current.set(event.pointerId, { ...finger, pixel: at })
      if (fingers.current.size > 1) pinch()
      else if (pan.current) {
        const days = ((pan.current.pixel - at) / width) * daysIn(span)
        setSpan(panSpan(pan.current.span, days, limits))
      } else {
        onPointed(binUnder(event.clientX))
        if (isDrag(event)) brush({ kind: 'move', day: dayUnder(event.clientX) })
      }
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      letGo(event)
      const bin = binUnder(event.clientX)
      const { days } = store.getState().view.filters
      brush({ kind: 'release', bin: histogram && bin !== null ? binAt(histogram, bin) : undefined })
      if (store.getState().view.filters.days !== days) lastEntry.current = event.timeStamp
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      letGo(event)
      brush({ kind: 'cancel' })
    },
    onPointerLeave: () => onPointed(null),
    onDoubleClick(event: MouseEvent<HTMLElement>) {
      // Where its first click made an entry of the history, that is the one: Back leads to what was before both.
      const history = event.timeStamp - lastEntry.current < DOUBLE ? 'replace' : 'push'
      act(store, setDays({ from: null, to: null }, history))
    },
  }
}

/** Longest that the clicks of a double click lie apart, in milliseconds. */
const DOUBLE = 1_000

/** What was taken hold of: a handle, or the ground. */
function gripOf(target: EventTarget): Grip {
  const named =
    target instanceof HTMLElement ? target.closest<HTMLElement>('[data-grip]')?.dataset['grip'] : undefined
  return grips.find((each) => each === named) ?? 'new'
}
