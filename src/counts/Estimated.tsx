import { useLanguage } from '../i18n/I18nProvider.tsx'
import type { Tell } from '../i18n/plural.ts'
import { useEstimateTexts } from '../i18n/useEstimateTexts.ts'
import type { Exactness } from '../query/incidentResult.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { seenEstimate, spokenEstimate } from './estimates.ts'

/** A text with estimated counts: in signs for those who see it, in words for screen readers. */
export function Estimated({ exactness, text }: { exactness: Exactness; text: (tell: Tell) => string }) {
  const language = useLanguage()
  const words = useEstimateTexts()
  return (
    <>
      <span aria-hidden="true">{text((count) => seenEstimate(count, exactness, language))}</span>
      <VisuallyHidden>{text((count) => spokenEstimate(count, exactness, words, language))}</VisuallyHidden>
    </>
  )
}
