import { useResult } from '../answers/useResult.ts'
import { formatDay, formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { useView } from '../view/useView.ts'

/** The chosen days in words; read aloud when it rests, and not at every step of playing. */
export function RangeText({ isPlaying }: { isPlaying: boolean }) {
  const { timeline: words, common, filters } = useMessages()
  const language = useLanguage()
  const { from, to } = useView((view) => view.filters.days)
  const total = useResult(({ result }) => result?.total ?? 0)
  const text =
    from !== null && to !== null
      ? formatDays(language, from, to, 'dayShort')
      : from !== null
        ? filters.since(formatDay(language, from, 'dayShort'))
        : to !== null
          ? filters.until(formatDay(language, to, 'dayShort'))
          : words.allDays
  return (
    <p className="timeline__range" role="status" aria-live={isPlaying ? 'off' : 'polite'}>
      <strong>{text}</strong> <span>{common.incidents(total)}</span>
    </p>
  )
}
