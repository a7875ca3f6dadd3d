import { memo } from 'react'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import type { Histogram } from '../query/incidentResult.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { binAt, binTotals } from './bins.ts'
import { describeBin } from './describeBin.ts'

/** Greatest number of bars that are described. */
const MOST = 24

/** The bars with the most incidents as text for screen readers, in the order of time. */
export const HistogramTable = memo(function HistogramTable({ histogram }: { histogram: Histogram }) {
  const messages = useMessages()
  const language = useLanguage()
  const bins = [...binTotals(histogram).entries()]
    .filter(([, total]) => total > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([bin]) => bin)
    .toSorted((a, b) => a - b)
  if (bins.length === 0) return null
  return (
    <VisuallyHidden>
      {[
        messages.timeline.busiest(bins.length),
        ...bins.map((bin) => `${describeBin(binAt(histogram, bin), messages, language)}.`),
      ].join(' ')}
    </VisuallyHidden>
  )
})
