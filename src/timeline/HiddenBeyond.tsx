import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import type { Track } from './useTrack.ts'
import { sum } from './timeScale.ts'

/** Says that there is more beyond the ends of the axis, and leads to it. */
export function HiddenBeyond({ track: { span, limits, setSpan } }: { track: Track }) {
  const { timeline: words } = useMessages()
  const before = useResult(({ result }) => result?.histogram?.before ?? 0)
  const after = useResult(({ result }) => result?.histogram?.after ?? 0)
  const more = (count: number, text: string, side: 'before' | 'after') =>
    count > 0 && (
      <Button className={`timeline__beyond timeline__beyond--${side}`} onClick={() => setSpan(limits)}>
        {text}
      </Button>
    )
  if (sum([before, after]) === 0 || (span.from <= limits.from && span.to >= limits.to)) return null
  return (
    <>
      {more(before, `‹ ${words.earlierHidden(before)}`, 'before')}
      {more(after, `${words.laterHidden(after)} ›`, 'after')}
    </>
  )
}
