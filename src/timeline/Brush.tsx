import { useId, type FocusEvent, type KeyboardEvent } from 'react'
import { formatDay, formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import type { Day, DaySpan } from '../incidents/day.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { setDays } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { binAt, binOfDay } from './bins.ts'
import { afterKey, afterMove, seenRange, type Handle } from './brushReducer.ts'
import { pixelOf } from './timeScale.ts'
import type { Track } from './useTrack.ts'

interface Props {
  track: Track
  width: number
  histogram: Histogram | null
  /** Id of the readout of the bar that holds the focused day. */
  readout: string
  onTouched: () => void
  onFocused: (day: Day | null) => void
}

/** The chosen days: two ends and the range between, each a slider. Dragging is the track's. */
export function Brush({ track, width, histogram, readout, onTouched, onFocused }: Props) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const act = useAct()
  const hint = useId()
  const { span, unit, data, reveal } = track
  const days = useView((view) => view.filters.days)
  const range = seenRange(days, span, data)
  const left = Math.max(0, Math.min(width, pixelOf(range.from, span, width)))
  const right = Math.max(left, Math.min(width, pixelOf(range.to + 1, span, width)))
  const isOpen = days.from === null && days.to === null

  const choose = (day: Day) => {
    const bin = histogram ? binOfDay(histogram, day) : undefined
    if (!histogram || bin === undefined) return
    const { from, to } = binAt(histogram, bin)
    onTouched()
    act(setDays({ from, to }, 'push'))
  }
  const onKey = (handle: Handle) => (event: KeyboardEvent) => {
    const day = handle === 'to' ? range.to : range.from
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = afterKey(handle, event, range, data, unit)
    if (!next && event.key !== 'Enter') return
    event.preventDefault()
    if (!next) {
      choose(day)
      return
    }
    onTouched()
    const chosen = afterMove(handle, days, next, data)
    act(setDays(chosen, 'replace'))
    reveal(chosen)
    onFocused(handle === 'to' ? next.to : next.from)
  }
  const slider = (handle: Handle, name: string, { from, to }: DaySpan, text: string) => {
    const day = handle === 'to' ? range.to : range.from
    return {
      role: 'slider',
      tabIndex: 0,
      'data-grip': handle,
      'aria-label': name,
      'aria-valuemin': from,
      'aria-valuemax': to,
      'aria-valuenow': day,
      'aria-valuetext': text,
      'aria-orientation': 'horizontal' as const,
      'aria-describedby': `${hint} ${readout}`,
      onKeyDown: onKey(handle),
      // Who comes by pointer has the bar under the pointer read out.
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (event.currentTarget.matches(':focus-visible')) onFocused(day)
      },
      onBlur: () => onFocused(null),
    }
  }
  const { from, to } = range
  const latest = data.to - (to - from)
  return (
    <div className={`brush${isOpen ? ' brush--open' : ''}`}>
      <div className="brush__out" style={{ left: 0, width: left }} />
      <div className="brush__out" style={{ left: right, width: Math.max(0, width - right) }} />
      <div
        className="brush__handle brush__handle--from"
        style={{ left }}
        {...slider('from', words.firstDay, { from: data.from, to }, formatDay(language, from))}
      />
      <div
        className="brush__window"
        style={{ left, width: right - left }}
        {...slider('window', words.range, { from: data.from, to: latest }, formatDays(language, from, to))}
      />
      <div
        className="brush__handle brush__handle--to"
        style={{ left: right }}
        {...slider('to', words.lastDay, { from, to: data.to }, formatDay(language, to))}
      />
      <VisuallyHidden>
        <span id={hint}>{words.keyHint}</span>
      </VisuallyHidden>
    </div>
  )
}
