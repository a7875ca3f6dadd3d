import { formatDay, type DayForm } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { parseDay, type CalendarUnit, type DaySpan } from '../incidents/day.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { pixelOf, ticksOf } from './timeScale.ts'

const formOf: Readonly<Record<CalendarUnit, DayForm>> = {
  day: 'dayShort',
  week: 'dayShort',
  month: 'monthShort',
  quarter: 'monthShort',
  year: 'year',
}

/** A letter of a label, in the widest of its languages, and the space around a label, in CSS pixels. */
const LETTER = 5.6
const SPACE = 6

/** Days in months with long names: how much room a label may take. */
const samples = ['2025-09-30', '2025-10-30'].flatMap((text) => parseDay(text) ?? [])

/** The months, days or years below the bars. */
export function Axis({ span, width }: { span: DaySpan; width: number }) {
  const language = useLanguage()
  const room = (unit: CalendarUnit) => roomFor(unit, language)
  // A label that the edge would cut off says something else.
  const ticks = ticksOf(span, width, room).filter(
    ({ day, unit }) => pixelOf(day, span, width) + room(unit) <= width,
  )
  return (
    <div className="timeline__axis" aria-hidden="true">
      {ticks.map(({ day, unit }) => (
        <span key={day} style={{ left: pixelOf(day, span, width) }} dir={directionOf(language)}>
          {formatDay(language, day, formOf[unit])}
        </span>
      ))}
    </div>
  )
}

function roomFor(unit: CalendarUnit, language: Language): number {
  const longest = Math.max(...samples.map((day) => formatDay(language, day, formOf[unit]).length))
  return longest * LETTER + SPACE
}
