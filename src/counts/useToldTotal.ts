import type { ReactNode } from 'react'
import { useIsSearching } from '../answers/useIsSearching.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useTold } from './useTold.tsx'

/**
 * A function that tells how many incidents pass: "n of N incidents", or "n found so far" while texts are being indexed. An
 * estimate leaves out of how many: it is longer by its margin, and nothing is to move as it comes and goes.
 */
export function useToldTotal(): (total: number, of: number) => ReactNode {
  const { common } = useMessages()
  const isSearching = useIsSearching()
  const told = useTold()
  return (total, of) =>
    told((tell) => {
      const count = tell(total)
      if (isSearching) return common.foundSoFar(count)
      return typeof count === 'object' ? common.incidents(count) : common.nOfIncidents(count, of)
    })
}
