import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import type { CalendarUnit, DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import { useScreen, useViewStore } from '../view/useView.ts'
import { setScreen, type ViewStore } from '../view/viewStore.ts'
import { denseSpan } from './bins.ts'
import { axisLimits, isWithin, spanShowing, unitFor } from './timeScale.ts'

/** The part of time on the axis, and how to change it. */
export interface Track {
  /** The days on the axis, and the unit of its bars. */
  span: DaySpan
  unit: CalendarUnit
  /** The days of the data, within which the brush moves. */
  data: DaySpan
  /** The days of the data with a margin, within which the axis moves. */
  limits: DaySpan
  setSpan: (span: DaySpan) => void
  /** Makes the axis longer if necessary, so that the days are on it. */
  reveal: (days: DayRange) => void
}

/**
 * The days on the axis; `null` for a data set without dates, and until the width is known.
 * @param width of the plot in CSS pixels; 0 until it is known
 */
export function useTrack(width: number): Track | null {
  const { days } = useDescription()
  const store = useViewStore()
  const limits = useMemo(() => days && axisLimits(days), [days])
  const shown = useScreen((screen) => screen.timeline)

  const setSpan = useCallback(
    (span: DaySpan) => setScreen(store, { timeline: { span, unit: unitFor(span, width) } }),
    [store, width],
  )
  const reveal = useCallback(
    (chosen: DayRange) => {
      const span = spanOn(store)
      if (!span || !limits) return
      const next = spanShowing(span, chosen, limits)
      if (next !== span) setSpan(next)
    },
    [store, limits, setSpan],
  )
  // The unit depends on the width. A span of another data set may lie outside the limits, and is then dropped.
  useLayoutEffect(() => {
    if (width === 0 || !limits) return
    const span = spanOn(store)
    setSpan(span && isWithin(span, limits) ? span : limits)
  }, [width, limits, store, setSpan])
  useFirstSpan(limits, setSpan)
  useRevealing(store, reveal)

  if (!days || !limits || !shown || width === 0) return null
  return { ...shown, data: days, limits, setSpan, reveal }
}

function spanOn(store: ViewStore): DaySpan | undefined {
  return store.getState().screen.timeline?.span
}

/**
 * Sets the axis to where most incidents lie, once the first answer has arrived; days that a link chose stay on
 * it. An axis that was set before, as when the layout changes, is kept.
 */
function useFirstSpan(limits: DaySpan | null, setSpan: (span: DaySpan) => void): void {
  const store = useViewStore()
  const [wasSet] = useState(() => {
    const span = spanOn(store)
    return span !== undefined && limits !== null && isWithin(span, limits)
  })
  const [isSettled, setSettled] = useState(wasSet)
  const histogram = useResult(({ result }) => result?.histogram ?? null)
  useEffect(() => {
    if (isSettled || !histogram || !limits) return
    setSettled(true)
    const dense = denseSpan(histogram, limits)
    setSpan(spanShowing(dense, store.getState().view.filters.days, limits))
  }, [isSettled, histogram, limits, store, setSpan])
}

/**
 * Brings days into sight that were chosen by a preset, by typing, by Back or by a link. A drag replaces the
 * history entry, and is in sight already.
 */
function useRevealing(store: ViewStore, reveal: (days: DayRange) => void): void {
  useEffect(
    () =>
      store.subscribe((now, before) => {
        const { days } = now.view.filters
        if (days !== before.view.filters.days && now.history !== 'replace') reveal(days)
      }),
    [store, reveal],
  )
}

/** The present width of an element in CSS pixels; 0 until it is mounted. */
export function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [element])
  return width
}
