import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatIsoDay, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import { setDays } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { readDays, type TypedDays, type TypedFault } from './readDays.ts'

type End = keyof TypedDays

interface Fault {
  end: End
  reason: TypedFault
}

/**
 * The browser's own date fields; an empty one is an open end. A typed date is applied as soon as it is a valid
 * day of the data. The first such change since a field was focused makes a history entry, and corrections
 * replace it.
 */
export function DateFields({ data }: { data: DaySpan }) {
  const { timeline: words } = useMessages()
  const act = useAct()
  const note = useId()
  const days = useView((view) => view.filters.days)
  const [typed, setTyped] = useState(textsOf(days))
  const [fault, setFault] = useState<Fault | null>(null)
  const [isLeft, setLeft] = useState(true)
  const hasActed = useRef(false)
  useEffect(() => {
    setTyped(textsOf(days))
    setFault(null)
  }, [days])

  const change = (end: End, { target }: ChangeEvent<HTMLInputElement>) => {
    const next = { ...typed, [end]: target.value }
    setTyped(next)
    // A half typed date reads as '', which must not be taken for an open end.
    const read = target.validity.badInput ? 'notADay' : readDays(next, end, data)
    setFault(typeof read === 'string' ? { end, reason: read } : null)
    if (typeof read === 'string' || (read.from === days.from && read.to === days.to)) return
    act(setDays(read, hasActed.current ? 'replace' : 'push'))
    hasActed.current = true
  }
  const leave = () => {
    setLeft(true)
    hasActed.current = false
  }
  // No message appears while the year is still being typed.
  const shown = fault && (isLeft || fault.reason === 'reversed') ? fault : null
  const field = (end: End, label: string) => (
    <label>
      <span>{label}</span>
      <input
        type="date"
        value={typed[end]}
        min={formatIsoDay(data.from)}
        max={formatIsoDay(data.to)}
        aria-invalid={shown?.end === end}
        aria-describedby={shown?.end === end ? note : undefined}
        onChange={(event) => change(end, event)}
        onFocus={() => setLeft(false)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave()
        }}
      />
    </label>
  )
  return (
    <div className="timeline__dates" role="group" aria-label={words.dates}>
      {field('from', words.from)}
      {field('to', words.to)}
      {shown && <FaultNote id={note} reason={shown.reason} data={data} />}
    </div>
  )
}

function FaultNote({ id, reason, data }: { id: string; reason: TypedFault; data: DaySpan }) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const text = {
    notADay: words.notADay,
    outside: words.outsideData(formatDay(language, data.from), formatDay(language, data.to)),
    reversed: words.badDate,
  }[reason]
  return (
    <p id={id} role="alert" className="timeline__bad">
      {text}
    </p>
  )
}

function textsOf({ from, to }: DayRange): TypedDays {
  return {
    from: from === null ? '' : formatIsoDay(from),
    to: to === null ? '' : formatIsoDay(to),
  }
}
