import type { CSSProperties, FocusEvent, KeyboardEvent } from 'react'
import type { Day, DaySpan } from '../incidents/day.ts'
import type { Handle } from './brushReducer.ts'

/**
 * One handle of the brush, as a slider.
 * @param day the day that it stands for; `limits` are the days that it may take
 * @param text the day or the range in words
 * @param describedBy ids of the elements that describe it
 */
export function BrushHandle({
  handle,
  className,
  style,
  name,
  day,
  limits,
  text,
  describedBy,
  onKey,
  onFocused,
}: {
  handle: Handle
  className: string
  style: CSSProperties
  name: string
  day: Day
  limits: DaySpan
  text: string
  describedBy: string
  onKey: (handle: Handle, event: KeyboardEvent) => void
  /** Told the day when the handle is focused by keyboard, and `null` when it loses the focus. */
  onFocused: (day: Day | null) => void
}) {
  return (
    <div
      className={className}
      style={style}
      role="slider"
      tabIndex={0}
      data-grip={handle}
      aria-label={name}
      aria-valuemin={limits.from}
      aria-valuemax={limits.to}
      aria-valuenow={day}
      aria-valuetext={text}
      aria-orientation="horizontal"
      aria-describedby={describedBy}
      onKeyDown={(event) => onKey(handle, event)}
      // A pointer already shows the bar that it is over.
      onFocus={(event: FocusEvent<HTMLElement>) => {
        if (event.currentTarget.matches(':focus-visible')) onFocused(day)
      }}
      onBlur={() => onFocused(null)}
    />
  )
}
