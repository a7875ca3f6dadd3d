import { useIsSearching } from '../answers/useIsSearching.ts'
import { useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'

/** "n of N incidents", or "n found so far" while texts are being indexed; announced by screen readers as it changes. */
export function ResultCount() {
  const { common } = useMessages()
  const total = useResult(({ result }) => result?.total)
  const of = useResult(({ result }) => result?.of)
  const isSearching = useIsSearching()
  const told = useTold()
  return (
    <p className="result-count" role="status">
      {total === undefined || of === undefined
        ? common.loading
        : told((tell) =>
            isSearching ? common.foundSoFar(tell(total)) : common.nOfIncidents(tell(total), of),
          )}
    </p>
  )
}
