import { useState } from 'react'
import { CalendarDays } from 'lucide'
import type { Day, DaySpan } from '../incidents/day.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Calendar } from './laterCalendar.ts'

/** A button that opens a calendar. @param chosen the day on which it opens @param limits the days that it offers */
export function CalendarButton({
  name,
  chosen,
  limits,
  onChoose,
}: {
  name: string
  chosen: Day
  limits: DaySpan
  onChoose: (day: Day) => void
}) {
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton
        ref={setButton}
        className="date-field__button"
        kind="quiet"
        icon={CalendarDays}
        name={name}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Calendar
          anchor={button}
          name={name}
          chosen={chosen}
          limits={limits}
          onClose={() => setOpen(false)}
          onChoose={(day) => {
            button?.focus()
            setOpen(false)
            onChoose(day)
          }}
        />
      )}
    </>
  )
}
