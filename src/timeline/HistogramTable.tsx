import { formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { binCounts, sum } from './timeScale.ts'

/** Most bins that are read out: the busiest. */
const MOST = 24

/** The bars as text, for screen readers: those with the most incidents, in the order of time. */
export function HistogramTable({ histogram }: { histogram: Histogram }) {
  const { timeline: words } = useMessages()
  const language = useLanguage()
  const bins = Array.from(histogram.starts, (_, bin) => binCounts(histogram, bin))
    .map((bin) => ({ ...bin, total: sum(bin.certain) + sum(bin.uncertain) }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .slice(0, MOST)
    .toSorted((a, b) => a.from - b.from)
  return (
    <VisuallyHidden>
      {words.histogram}:{' '}
      {bins
        .map(
          ({ from, to, total }) =>
            `${formatDays(language, from, to, 'dayShort')}: ${formatNumber(language, total)}`,
        )
        .join('; ')}
    </VisuallyHidden>
  )
}
