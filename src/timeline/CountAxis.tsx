import { useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatCompact } from '../i18n/plural.ts'
import { directionOf } from '../i18n/pickText.ts'
import { highestBin } from './bins.ts'
import { labelledCounts, roundMost } from './countScale.ts'

/** The scale of the bars' height: labelled counts, and below them the time that one bar stands for. */
export function CountAxis() {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const histogram = useResult(({ result }) => result?.histogram ?? null)
  if (!histogram) return <div className="timeline__scale" />
  const most = roundMost(highestBin(histogram))
  return (
    <div
      className="timeline__scale"
      role="img"
      aria-label={words.scale(histogram.unit, most)}
      title={words.scale(histogram.unit, most)}
    >
      {labelledCounts(most).map((count) => (
        <span key={count} className="timeline__count" style={{ insetBlockEnd: `${(100 * count) / most}%` }}>
          {formatCompact(language, count)}
        </span>
      ))}
      <span className="timeline__unit" dir={directionOf(language)}>
        {words.perUnit[histogram.unit]}
      </span>
    </div>
  )
}
