import { useResult } from '../answers/useResult.ts'
import { useToldTotal } from '../counts/useToldTotal.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'

/** "n of N incidents", or "n found so far" while texts are being indexed; announced by screen readers as it changes. */
export function ResultCount() {
  const { common } = useMessages()
  const total = useResult(({ result }) => result?.total)
  const of = useResult(({ result }) => result?.of)
  const told = useToldTotal()
  return (
    <p className="result-count" role="status">
      {total === undefined || of === undefined ? common.loading : told(total, of)}
    </p>
  )
}
