import { memo } from 'react'
import { useTold } from '../counts/useTold.tsx'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import type { Histogram } from '../query/incidentResult.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { describeBusiest } from './describeBin.ts'

/** The bars with the most incidents as text for screen readers, in the order of time. */
export const HistogramTable = memo(function HistogramTable({ histogram }: { histogram: Histogram }) {
  const messages = useMessages()
  const language = useLanguage()
  const told = useTold()
  return (
    <VisuallyHidden>{told((tell) => describeBusiest(histogram, messages, language, tell))}</VisuallyHidden>
  )
})
