import { useRef, type MouseEvent, type PointerEvent } from 'react'
import type { DaySpan } from '../incidents/day.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { setDays } from '../view/acts.ts'
import { useViewStore } from '../view/useView.ts'
import { act, type ViewStore } from '../view/viewStore.ts'
import { binAt, binOfDay } from './bins.ts'
import type { BrushEvent, Grip } from './brushReducer.ts'
import { pressWay } from './pressWay.ts'
import { dayAt, daysIn, momentAt, panSpan, pinchSpan, type Finger } from './timeScale.ts'
import { useBrushDrag } from './useBrushDrag.ts'
import type { Track } from './useTrack.ts'
import { useWheel } from './useWheel.ts'

/** Longest time between the two clicks of a double click, in milliseconds. */
const DOUBLE_CLICK = 1_000

const grips: readonly Grip[] = ['from', 'to', 'window']

interface Options {
  /** The element that the handlers are for; `null` until it is mounted. */
  plot: HTMLElement | null
  track: Track
  /** Width of the plot in CSS pixels. */
  width: number
  histogram: Histogram | null
  /** Told the index of the time bin under the pointer. */
  onPointed: (bin: number | null) => void
  /** Told that the user has grabbed the brush. */
  onTouched: () => void
}

/** What the pointers on the plot are doing. */
interface Pointers {
  /** By pointer id; two pinch. */
  fingers: Map<number, Finger>
  /** While the axis is dragged: where the drag began, and what the axis showed then. */
  pan: { pixel: number; span: DaySpan } | null
  /** Where a press began that may still be a click; `null` once it is a drag, and for the two ends of the brush. */
  press: { x: number; y: number } | null
  /** Time stamp of the last click or drag that changed the days. */
  changedAt: number
}

interface Gesture extends Options {
  store: ViewStore
  brush: (event: BrushEvent) => void
  pointers: Pointers
}

/**
 * Gestures on the plot. A drag moves the brush, and changes the view at every step; a click chooses the bar under it,
 * a double click all days. A press that leaves the bars upwards or downwards does nothing. The wheel, two fingers, and
 * a drag with Shift move the axis.
 * @returns event handlers for the plot
 */
export function useTrackGestures(options: Options) {
  const store = useViewStore()
  const brush = useBrushDrag()
  const pointers = useRef<Pointers>({ fingers: new Map(), pan: null, press: null, changedAt: -Infinity })
  useWheel(options.plot, options.track, options.width)
  const now = (): Gesture => ({ ...options, store, brush, pointers: pointers.current })
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => pressDown(now(), event),
    onPointerMove: (event: PointerEvent<HTMLElement>) => move(now(), event),
    onPointerUp: (event: PointerEvent<HTMLElement>) => release(now(), event),
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      letGo(now(), event)
      brush({ kind: 'cancel' })
    },
    onPointerLeave: () => options.onPointed(null),
    onDoubleClick(event: MouseEvent<HTMLElement>) {
      // If its first click made a history entry, that one is replaced: Back leads to the days before both clicks.
      const isSecond = event.timeStamp - pointers.current.changedAt < DOUBLE_CLICK
      act(store, setDays({ from: null, to: null }, isSecond ? 'replace' : 'push'))
    },
  }
}

function pressDown(gesture: Gesture, event: PointerEvent<HTMLElement>): void {
  const { track, width, store, brush, pointers, onTouched } = gesture
  if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return
  if (pointers.fingers.size > 1) return
  const pixel = pixelUnder(gesture, event)
  pointers.fingers.set(event.pointerId, { pixel, moment: momentAt(pixel, track.span, width) })
  event.currentTarget.setPointerCapture(event.pointerId)
  onTouched()
  if (pointers.fingers.size > 1) brush({ kind: 'cancel' })
  else if (event.shiftKey) pointers.pan = { pixel, span: track.span }
  else {
    const { days } = store.getState().view.filters
    const grip = gripOf(event.target)
    pointers.press = grip === 'from' || grip === 'to' ? null : { x: event.clientX, y: event.clientY }
    const day = dayUnder(gesture, event)
    brush({ kind: 'grab', grip, day, days, axis: track.span, data: track.data })
  }
}

function move(gesture: Gesture, event: PointerEvent<HTMLElement>): void {
  const { track, width, brush, pointers, onPointed } = gesture
  const pixel = pixelUnder(gesture, event)
  const finger = pointers.fingers.get(event.pointerId)
  if (finger) pointers.fingers.set(event.pointerId, { ...finger, pixel })
  const [a, b] = pointers.fingers.values()
  if (a && b) track.setSpan(pinchSpan(a, b, width, track.limits))
  else if (pointers.pan) {
    const { span } = pointers.pan
    const days = ((pointers.pan.pixel - pixel) / width) * daysIn(span)
    track.setSpan(panSpan(span, days, track.limits))
  } else {
    onPointed(binUnder(gesture, event))
    if (isDrag(gesture, event)) brush({ kind: 'move', day: dayUnder(gesture, event) })
  }
}

function release(gesture: Gesture, event: PointerEvent<HTMLElement>): void {
  const { histogram, store, brush, pointers } = gesture
  letGo(gesture, event)
  const bin = binUnder(gesture, event)
  const { days } = store.getState().view.filters
  brush({ kind: 'release', bin: histogram && bin !== null ? binAt(histogram, bin) : undefined })
  if (store.getState().view.filters.days !== days) pointers.changedAt = event.timeStamp
}

function letGo({ pointers, onPointed }: Gesture, event: PointerEvent): void {
  pointers.fingers.delete(event.pointerId)
  pointers.pan = null
  // A finger that is lifted points at nothing.
  if (event.pointerType !== 'mouse') onPointed(null)
}

/** Tells a drag from a click, and cancels what has left the bars. @returns whether the brush follows the pointer */
function isDrag({ pointers, brush }: Gesture, { clientX, clientY, pointerType }: PointerEvent): boolean {
  if (!pointers.press) return true
  const way = pressWay(clientX - pointers.press.x, clientY - pointers.press.y, pointerType)
  if (way !== 'still') pointers.press = null
  if (way === 'away') brush({ kind: 'cancel' })
  return way === 'along'
}

/** CSS pixels from the left edge of the plot. */
function pixelUnder({ plot }: Gesture, { clientX }: PointerEvent): number {
  return clientX - (plot?.getBoundingClientRect().left ?? 0)
}

function dayUnder(gesture: Gesture, event: PointerEvent) {
  return dayAt(pixelUnder(gesture, event), gesture.track.span, gesture.width)
}

/** Index of the time bin under the pointer; `null` if there is none. */
function binUnder(gesture: Gesture, event: PointerEvent): number | null {
  const { histogram } = gesture
  return histogram && (binOfDay(histogram, dayUnder(gesture, event)) ?? null)
}

/** What was grabbed: a handle of the brush, or else the plot, where a new range begins. */
function gripOf(target: EventTarget): Grip {
  const named =
    target instanceof HTMLElement ? target.closest<HTMLElement>('[data-grip]')?.dataset['grip'] : undefined
  return grips.find((each) => each === named) ?? 'new'
}
