import { ChevronLeft, ChevronRight } from 'lucide'
import { DayPicker, type ChevronProps, type DropdownProps } from 'react-day-picker'
import { dateOf, dayOf } from './calendarDate.ts'
import { Icon } from './Icon.tsx'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import type { Day, DaySpan } from '../incidents/day.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { Popover } from './Popover.tsx'
import './Select.css'
import './Calendar.css'

/** The day on which a week begins, from Sunday = 0, as CLDR gives it for the region of each language. */
const weekStart: Readonly<Record<Language, 0 | 1 | 6>> = { en: 1, ar: 6, fr: 1 }

/**
 * A month of which a day can be chosen, beside the button that opened it. It takes the focus. Arrow keys walk by days,
 * Page keys by months.
 * @param chosen the day on which it opens
 * @param limits the days that it offers
 */
export function Calendar({
  anchor,
  name,
  chosen,
  limits,
  onChoose,
  onClose,
}: {
  anchor: HTMLElement | null
  name: string
  chosen: Day
  limits: DaySpan
  onChoose: (day: Day) => void
  onClose: () => void
}) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const write = (form: 'weekday' | 'month' | 'monthName' | 'weekdayShort' | 'year') => (date: Date) =>
    formatDay(language, dayOf(date), form)
  const selected = dateOf(chosen)
  const bounds = { before: dateOf(limits.from), after: dateOf(limits.to) }
  return (
    <Popover anchor={anchor} label={name} onClose={onClose}>
      <DayPicker
        className="calendar"
        mode="single"
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just opened, and moves the focus into itself
        autoFocus
        captionLayout="dropdown"
        dir={directionOf(language)}
        weekStartsOn={weekStart[language]}
        selected={selected}
        defaultMonth={selected}
        startMonth={bounds.before}
        endMonth={bounds.after}
        disabled={bounds}
        onSelect={(date) => onChoose(dayOf(date))}
        formatters={{
          formatCaption: write('month'),
          formatMonthDropdown: write('monthName'),
          formatYearDropdown: write('year'),
          formatWeekdayName: write('weekdayShort'),
        }}
        labels={{
          labelDayButton: write('weekday'),
          labelGridcell: write('weekday'),
          labelGrid: write('month'),
          labelWeekday: write('weekdayShort'),
          labelNext: () => words.nextMonth,
          labelPrevious: () => words.previousMonth,
          labelMonthDropdown: () => words.month,
          labelYearDropdown: () => words.year,
          labelNav: () => words.months,
        }}
        components={{
          Chevron: Arrow,
          Dropdown: MonthSelect,
        }}
      />
    </Popover>
  )
}

function Arrow({ orientation }: ChevronProps) {
  return <Icon of={orientation === 'left' ? ChevronLeft : ChevronRight} />
}

/** The months or the years, as a `select` element of the page. */
function MonthSelect({ options, value, onChange, 'aria-label': label }: DropdownProps) {
  return (
    <span className="select">
      <select aria-label={label} value={value} onChange={onChange}>
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
