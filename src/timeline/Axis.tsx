import { useState } from 'react'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import type { DaySpan } from '../incidents/day.ts'
import { pixelOf, ticksOf } from './timeScale.ts'
import { formOf, useLabelRoom } from './useLabelRoom.ts'

/** The labels of days, months or years below the bars. @param width CSS pixels */
export function Axis({ span, width }: { span: DaySpan; width: number }) {
  const language = useLanguage()
  const [axis, setAxis] = useState<HTMLDivElement | null>(null)
  const room = useLabelRoom(axis)
  // A label that is cut off at the edge would be misread.
  const ticks = ticksOf(span, width, room).filter(
    ({ day, unit }) => pixelOf(day, span, width) + room(unit) <= width,
  )
  return (
    <div ref={setAxis} className="timeline__axis" aria-hidden="true">
      {ticks.map(({ day, unit }) => (
        <span key={day} style={{ left: pixelOf(day, span, width) }} dir={directionOf(language)}>
          {formatDay(language, day, formOf[unit])}
        </span>
      ))}
    </div>
  )
}
