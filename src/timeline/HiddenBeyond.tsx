import { useIsSampled } from '../answers/useIsSampled.ts'
import { useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { formatNumber, type Counted } from '../i18n/plural.ts'
import { Button } from '../ui/Button.tsx'
import { isWithin } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/**
 * Buttons that say how many incidents lie beyond the ends of the axis, and show them. A narrow timeline shows
 * the numbers alone.
 */
export function HiddenBeyond({
  track: { span, limits, setSpan },
  isSlim,
}: {
  track: Track
  isSlim: boolean
}) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const before = useResult(({ result }) => result?.histogram?.before ?? 0)
  const after = useResult(({ result }) => result?.histogram?.after ?? 0)
  const isSampled = useIsSampled()
  const told = useTold()
  if (isWithin(limits, span)) return null
  const more = (count: number, arrow: string, text: (n: Counted) => string) =>
    count > 0 && (
      <Button
        {...(isSampled ? {} : { 'aria-label': text(count), title: text(count) })}
        onClick={() => setSpan(limits)}
      >
        {arrow === '‹' && <span aria-hidden="true">{arrow}</span>}
        <span dir={directionOf(language)}>
          {isSlim && !isSampled ? formatNumber(language, count) : told((tell) => text(tell(count)))}
        </span>
        {arrow === '›' && <span aria-hidden="true">{arrow}</span>}
      </Button>
    )
  // Time runs from left to right in every language.
  return (
    <div className="timeline__beyond" dir="ltr">
      {more(before, '‹', words.earlierHidden)}
      {more(after, '›', words.laterHidden)}
    </div>
  )
}
