import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import type { CalendarUnit, DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import { useScreen, useViewStore } from '../view/useView.ts'
import { setScreen, type ViewStore } from '../view/viewStore.ts'
import { denseSpan } from './bins.ts'
import { axisLimits, isWithin, spanShowing, unitFor } from './timeScale.ts'

export interface Track {
  /** What the axis shows, and the unit of its bins. */
  span: DaySpan
  unit: CalendarUnit
  /** Days of the data: what the brush moves within. */
  data: DaySpan
  /** Days of the data with some air: what the axis moves within. */
  limits: DaySpan
  setSpan: (span: DaySpan) => void
  /** Widens the axis, where it must be, so that these days can be seen. */
  reveal: (days: DayRange) => void
}

/** The days on the axis; null for a data set without any, and until there is a width. */
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
  // The unit follows the width; a span left behind by another data set is forgotten.
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
 * Once the first answer says where incidents lie: there, unless days outside of it were chosen already. An axis
 * that was set before, as when the layout changes, stays.
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

/** Days that were chosen by a preset, by typing, by Back or by a link come into sight; a drag is in sight already. */
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

/** Width of an element in CSS pixels, as it changes. */
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
