import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'

/**
 * What the hatching of bars means; shown where some bar is hatched.
 * @param isWordy false: there is room for the pattern alone, whose title says it
 */
export function UncertainKey({ isWordy }: { isWordy: boolean }) {
  const { timeline: words } = useMessages()
  const isHatched = useResult(
    ({ result }) => result?.histogram?.uncertain.some((count) => count > 0) ?? false,
  )
  if (!isHatched) return null
  return (
    <p className="timeline__key" title={words.hatchedMeans}>
      <span className="timeline__hatch" aria-hidden="true" />
      {isWordy ? <span>{words.hatched}</span> : <VisuallyHidden>{words.hatched}</VisuallyHidden>}
    </p>
  )
}
