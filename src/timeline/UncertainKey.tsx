import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'

/** What the hatching of bars means; shown where some bar is hatched. */
export function UncertainKey() {
  const { timeline: words } = useMessages()
  const isHatched = useResult(
    ({ result }) => result?.histogram?.uncertain.some((count) => count > 0) ?? false,
  )
  if (!isHatched) return null
  return (
    <p className="timeline__key" title={words.hatchedMeans}>
      <span className="timeline__hatch" aria-hidden="true" />
      <span>{words.hatched}</span>
    </p>
  )
}
