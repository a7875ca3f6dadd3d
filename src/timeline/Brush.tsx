import type { KeyboardEvent } from 'react'
import { formatDay, formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { setDays } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { afterKey, asFilter, closedRange, type Grip } from './brush.ts'
import { pixelOf } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/** The chosen days: two ends and the range between, each a slider. Dragging is the track's. */
export function Brush({
  track: { span, data },
  width,
  onTouched,
}: {
  track: Track
  width: number
  onTouched: () => void
}) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const act = useAct()
  const days = useView((view) => view.filters.days)
  const range = closedRange(days, data)
  const left = Math.max(0, Math.min(width, pixelOf(range.from, span, width)))
  const right = Math.max(left, Math.min(width, pixelOf(range.to + 1, span, width)))
  const isOpen = days.from === null && days.to === null
  const onKey = (grip: Exclude<Grip, 'new'>) => (event: KeyboardEvent) => {
    const next = afterKey(grip, event, range, data)
    if (!next) return
    event.preventDefault()
    onTouched()
    act(setDays(asFilter(next, data), 'replace'))
  }
  const slider = (grip: Exclude<Grip, 'new'>, name: string, day: number, text: string) => ({
    role: 'slider',
    tabIndex: 0,
    'data-grip': grip,
    'aria-label': name,
    'aria-valuemin': data.from,
    'aria-valuemax': data.to,
    'aria-valuenow': day,
    'aria-valuetext': text,
    'aria-orientation': 'horizontal' as const,
    title: words.keyHint,
    onKeyDown: onKey(grip),
  })
  return (
    <div className={`brush${isOpen ? ' brush--open' : ''}`}>
      <div className="brush__out" style={{ left: 0, width: left }} />
      <div className="brush__out" style={{ left: right, width: Math.max(0, width - right) }} />
      <div
        className="brush__window"
        style={{ left, width: right - left }}
        {...slider('window', words.range, range.from, formatDays(language, range.from, range.to))}
      />
      <div
        className="brush__handle"
        style={{ left }}
        {...slider('from', words.firstDay, range.from, formatDay(language, range.from))}
      />
      <div
        className="brush__handle"
        style={{ left: right }}
        {...slider('to', words.lastDay, range.to, formatDay(language, range.to))}
      />
    </div>
  )
}
