import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'

/** "n of N incidents", told to screen readers as it changes. */
export function ResultCount() {
  const { common } = useMessages()
  const total = useResult(({ result }) => result?.total)
  const of = useResult(({ result }) => result?.of)
  return (
    <p className="result-count" role="status">
      {total === undefined || of === undefined ? common.loading : common.nOfIncidents(total, of)}
    </p>
  )
}
