import { useEffect, useState } from 'react'
import { useResult } from '../answers/useResult.ts'
import { useToldTotal } from '../counts/useToldTotal.ts'
import { formatDay, formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useView } from '../view/useView.ts'
import { Space } from '../ui/Space.tsx'

/**
 * How long the days must stay unchanged before they are read aloud, in milliseconds: longer than the slowest
 * step of playback.
 */
const REST = 1_200

/**
 * The chosen days in words, and how many incidents pass. Screen readers announce the days when they have
 * stopped changing, not at each step of a drag or of playback.
 */
export function RangeText() {
  const days = useDaysInWords()
  const total = useResult(({ result }) => result?.total ?? 0)
  const of = useResult(({ result }) => result?.of ?? 0)
  const rested = useRested(days)
  const told = useToldTotal()
  return (
    <>
      <p className="timeline__range">
        <strong>{days}</strong>
        <Space />
        <span>{told(total, of)}</span>
      </p>
      <div role="status">
        <VisuallyHidden>{rested}</VisuallyHidden>
      </div>
    </>
  )
}

function useDaysInWords(): string {
  const { timeline: words, filters } = useMessages()
  const language = useLanguage()
  const { from, to } = useView((view) => view.filters.days)
  if (from !== null && to !== null) return formatDays(language, from, to, 'dayShort')
  if (from !== null) return filters.since(formatDay(language, from, 'dayShort'))
  return to === null ? words.allDays : filters.until(formatDay(language, to, 'dayShort'))
}

/** The text when it last stayed unchanged for REST; '' until it has changed once. */
function useRested(text: string): string {
  const [first] = useState(text)
  const [rested, setRested] = useState('')
  useEffect(() => {
    if (text === first && rested === '') return
    const timer = setTimeout(() => setRested(text), REST)
    return () => clearTimeout(timer)
  }, [text, first, rested])
  return rested
}
