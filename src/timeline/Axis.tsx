import { useState } from 'react'
import { formatDay, type DayForm } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { startOfUnit, type DaySpan } from '../incidents/day.ts'
import { pixelOf, ticksOf, type Tick } from './timeScale.ts'
import { formOf, useLabelRoom } from './useLabelRoom.ts'

/** The labels of days, months or years below the bars. @param width CSS pixels */
export function Axis({ span, width }: { span: DaySpan; width: number }) {
  const language = useLanguage()
  const [axis, setAxis] = useState<HTMLDivElement | null>(null)
  const room = useLabelRoom(axis)
  // A label that is cut off at the edge would be misread.
  const all = ticksOf(span, width, room)
  const ticks = all.filter(({ day, unit }) => pixelOf(day, span, width) + room(unit) <= width)
  return (
    <div ref={setAxis} className="timeline__axis" aria-hidden="true">
      {ticks.map((tick, index) => {
        const { day } = tick
        const startsYear = index === 0 || startOfUnit(day, 'year') === day
        return (
          <span
            key={day}
            className={startsYear ? 'timeline__year' : undefined}
            style={{ left: pixelOf(day, span, width) }}
            dir={directionOf(language)}
          >
            {formatDay(language, day, labelForm(tick, startsYear))}
          </span>
        )
      })}
    </div>
  )
}

/** The year stands at the first label and at each January; between them the name of the month says enough. */
function labelForm({ unit }: Tick, startsYear: boolean): DayForm {
  const isMonth = unit === 'month' || unit === 'quarter'
  return isMonth && !startsYear ? 'monthMark' : formOf[unit]
}
