import { useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { Button } from '../ui/Button.tsx'
import { isWithin } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/** Says that there is more beyond the ends of the axis, and leads to it. */
export function HiddenBeyond({ track: { span, limits, setSpan } }: { track: Track }) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const before = useResult(({ result }) => result?.histogram?.before ?? 0)
  const after = useResult(({ result }) => result?.histogram?.after ?? 0)
  if (isWithin(limits, span)) return null
  const more = (count: number, arrow: string, text: string, side: 'before' | 'after') =>
    count > 0 && (
      <Button className={`timeline__beyond timeline__beyond--${side}`} onClick={() => setSpan(limits)}>
        <span aria-hidden="true">{arrow}</span>
        <span dir={directionOf(language)}>{text}</span>
      </Button>
    )
  return (
    <>
      {more(before, '‹', words.earlierHidden(before), 'before')}
      {more(after, '›', words.laterHidden(after), 'after')}
    </>
  )
}
