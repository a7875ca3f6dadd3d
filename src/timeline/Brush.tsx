import { useId, type KeyboardEvent } from 'react'
import { formatDay, formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import type { Day, DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { setDays } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { binAt, binOfDay } from './bins.ts'
import { BrushHandle } from './BrushHandle.tsx'
import { afterKey, afterMove, seenRange, type Handle } from './brushReducer.ts'
import { pixelOf } from './timeScale.ts'
import type { Track } from './useTrack.ts'

interface Props {
  track: Track
  width: number
  histogram: Histogram | null
  /** Id of the element that describes the bar of the focused day. */
  readout: string
  onTouched: () => void
  onFocused: (day: Day | null) => void
}

/**
 * The chosen days: three sliders, for the two ends and for the range between them. Dragging is handled by
 * useTrackGestures.
 */
export function Brush({ track, width, histogram, readout, onTouched, onFocused }: Props) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const hint = useId()
  const { span, data } = track
  const days = useView((view) => view.filters.days)
  const range = seenRange(days, span, data)
  const left = Math.max(0, Math.min(width, pixelOf(range.from, span, width)))
  const right = Math.max(left, Math.min(width, pixelOf(range.to + 1, span, width)))
  const isOpen = days.from === null && days.to === null

  const onKey = useHandleKeys({ track, histogram, days, range, onTouched, onFocused })
  const { from, to } = range
  const handles = { describedBy: `${hint} ${readout}`, onKey, onFocused }
  return (
    <div className={`brush${isOpen ? ' brush--open' : ''}`}>
      <div className="brush__out" style={{ left: 0, width: left }} />
      <div className="brush__out" style={{ left: right, width: Math.max(0, width - right) }} />
      <BrushHandle
        handle="from"
        className="brush__handle brush__handle--from"
        style={{ left }}
        name={words.firstDay}
        day={from}
        limits={{ from: data.from, to }}
        text={formatDay(language, from)}
        {...handles}
      />
      <BrushHandle
        handle="window"
        className="brush__window"
        style={{ left, width: right - left }}
        name={words.range}
        day={from}
        limits={{ from: data.from, to: data.to - (to - from) }}
        text={formatDays(language, from, to)}
        {...handles}
      />
      <BrushHandle
        handle="to"
        className="brush__handle brush__handle--to"
        style={{ left: right }}
        name={words.lastDay}
        day={to}
        limits={{ from, to: data.to }}
        text={formatDay(language, to)}
        {...handles}
      />
      <VisuallyHidden>
        <span id={hint}>{words.keyHint}</span>
      </VisuallyHidden>
    </div>
  )
}

/** The keys of a handle: arrows and Page keys move it, Home and End take it to a limit, Enter chooses its bar. */
function useHandleKeys({
  track: { unit, data, reveal },
  histogram,
  days,
  range,
  onTouched,
  onFocused,
}: Pick<Props, 'track' | 'histogram' | 'onTouched' | 'onFocused'> & { days: DayRange; range: DaySpan }) {
  const act = useAct()
  const choose = (day: Day) => {
    const bin = histogram ? binOfDay(histogram, day) : undefined
    if (!histogram || bin === undefined) return
    const { from, to } = binAt(histogram, bin)
    onTouched()
    act(setDays({ from, to }, 'push'))
  }
  return (handle: Handle, event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = afterKey(handle, event, range, data, unit)
    if (!next && event.key !== 'Enter') return
    event.preventDefault()
    if (!next) {
      choose(handle === 'to' ? range.to : range.from)
      return
    }
    onTouched()
    const chosen = afterMove(handle, days, next, data)
    act(setDays(chosen, 'replace'))
    reveal(chosen)
    onFocused(handle === 'to' ? next.to : next.from)
  }
}
