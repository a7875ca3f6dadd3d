import { useEffect, useLayoutEffect, useState } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import type { DaySpan } from '../incidents/day.ts'
import { useScreen, useSetScreen, useView, useViewStore } from '../view/useView.ts'
import { daysIn, denseSpan, unitFor } from './timeScale.ts'

/** Air at both ends of the data, as a share of it. */
const AIR = 0.01

export interface Track {
  /** What the axis shows. */
  span: DaySpan
  /** Days of the data: what the brush moves within. */
  data: DaySpan
  /** Days of the data with some air: what the axis moves within. */
  limits: DaySpan
  setSpan: (span: DaySpan) => void
}

/** The days on the axis; null for a data set without any, and until there is a width. */
export function useTrack(width: number): Track | null {
  const { days } = useDescription()
  const setScreen = useSetScreen()
  const store = useViewStore()
  const shown = useScreen((screen) => screen.timeline?.span ?? null)
  const chosen = useView((view) => view.filters.days)
  const [isSettled, setSettled] = useState(false)
  const histogram = useResult(({ result }) => result?.histogram ?? null)
  const air = days ? Math.max(1, Math.round(AIR * daysIn(days))) : 0
  const first = days ? days.from - air : 0
  const last = days ? days.to + air : 0

  useLayoutEffect(() => {
    if (width === 0 || last <= first) return
    const span = store.getState().screen.timeline?.span ?? { from: first, to: last }
    setScreen({ timeline: { span, unit: unitFor(span, width) } })
  }, [width, first, last, store, setScreen])

  // Once the first answer says where incidents lie: there, unless a link already chose days outside of it.
  useEffect(() => {
    if (isSettled || !histogram || !days || width === 0) return
    setSettled(true)
    const dense = denseSpan(histogram, { from: first, to: last })
    const isOutside = (day: number | null) => day !== null && (day < dense.from || day > dense.to)
    if (isOutside(chosen.from) || isOutside(chosen.to)) return
    setScreen({ timeline: { span: dense, unit: unitFor(dense, width) } })
  }, [isSettled, histogram, days, width, first, last, chosen, setScreen])

  if (!days || !shown || width === 0) return null
  return {
    span: shown,
    data: days,
    limits: { from: first, to: last },
    setSpan: (span) => setScreen({ timeline: { span, unit: unitFor(span, width) } }),
  }
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
