import { useEffect, useId, useRef, useState } from 'react'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import type { Day, DaySpan } from '../incidents/day.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import { setDays } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { CalendarButton } from './CalendarButton.tsx'
import { readDays, readTypedDay, type TypedDays, type TypedFault } from './readDays.ts'

type End = keyof TypedDays

interface Fault {
  end: End
  reason: TypedFault
}

/**
 * The chosen days as text fields, each with a calendar. Dates are written as the language writes them, and read so or
 * as YYYY-MM-DD. An empty field is an open end, and shows the end of the data. A typed date is applied as soon as it is
 * a valid day of the data. The first such change since a field was focused makes a history entry, and corrections
 * replace it.
 */
export function DateFields({ data }: { data: DaySpan }) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const act = useAct()
  const note = useId()
  const days = useView((view) => view.filters.days)
  const { typed, setTyped } = useTyped(days, language)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isLeft, setLeft] = useState(true)
  const hasActed = useRef(false)
  useEffect(() => setFault(null), [days])

  const apply = (end: End, next: TypedDays) => {
    const read = readDays(next, end, data, language)
    setFault(typeof read === 'string' ? { end, reason: read } : null)
    if (typeof read === 'string' || (read.from === days.from && read.to === days.to)) return
    act(setDays(read, hasActed.current ? 'replace' : 'push'))
    hasActed.current = true
  }
  const type = (end: End, text: string) => {
    const next = { ...typed, [end]: text }
    setTyped(next)
    apply(end, next)
  }
  const leave = () => {
    setLeft(true)
    hasActed.current = false
    // What was typed is now written as the page writes it, unless it is to be corrected.
    if (!fault) setTyped(textsOf(days, language))
  }
  const choose = (end: End, day: Day) => {
    hasActed.current = false
    apply(end, { ...typed, [end]: formatDay(language, day, 'dayShort') })
  }
  // No message appears while the year is still being typed.
  const shown = fault && (isLeft || fault.reason === 'reversed') ? fault : null
  const field = (end: End, label: string) => (
    <div className="date-field">
      <label>
        <span>{label}</span>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={typed[end]}
          placeholder={formatDay(language, data[end], 'dayShort')}
          aria-invalid={shown?.end === end}
          aria-describedby={shown?.end === end ? note : undefined}
          onChange={(event) => type(end, event.target.value)}
          onFocus={() => setLeft(false)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave()
          }}
        />
      </label>
      <CalendarButton
        name={words.chooseDay(label)}
        chosen={days[end] ?? data[end]}
        limits={data}
        onChoose={(day) => choose(end, day)}
      />
    </div>
  )
  return (
    <div className="timeline__dates" role="group" aria-label={words.dates}>
      {field('from', words.from)}
      {field('to', words.to)}
      {shown && <FaultNote id={note} reason={shown.reason} data={data} />}
    </div>
  )
}

/** The texts of the fields. Days that are chosen elsewhere replace them; what is being typed stays as it is typed. */
function useTyped(days: DayRange, language: Language) {
  const [typed, setTyped] = useState(() => textsOf(days, language))
  useEffect(() => {
    const now = textsOf(days, language)
    const kept = (end: End, text: string) =>
      (text.trim() === '' ? null : readTypedDay(text, language)) === days[end] ? text : now[end]
    setTyped((before) => ({ from: kept('from', before.from), to: kept('to', before.to) }))
  }, [days, language])
  return { typed, setTyped }
}

function FaultNote({ id, reason, data }: { id: string; reason: TypedFault; data: DaySpan }) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const text = {
    notADay: words.notADay(formatDay(language, data.to, 'dayShort')),
    outside: words.outsideData(formatDay(language, data.from), formatDay(language, data.to)),
    reversed: words.badDate,
  }[reason]
  return (
    <p id={id} role="alert" className="timeline__bad">
      {text}
    </p>
  )
}

function textsOf({ from, to }: DayRange, language: Language): TypedDays {
  const text = (day: Day | null) => (day === null ? '' : formatDay(language, day, 'dayShort'))
  return { from: text(from), to: text(to) }
}
