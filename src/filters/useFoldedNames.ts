import { useEffect, useState } from 'react'
import type { FacetValue } from './facetValues.ts'
import { foldNames } from './foldedNames.ts'

/** How many values are folded in one task: it takes a few milliseconds. */
const SLICE = 500

/**
 * Whether the names of all values are folded, so that a search answers at once. Folds them in slices, one a task.
 * @param isWanted whether to fold them: true once the search field is hovered, focused or filled
 */
export function useFoldedNames(values: readonly FacetValue[], isWanted: boolean): boolean {
  const [folded, setFolded] = useState<readonly FacetValue[] | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const fold = () => {
      if (foldNames(values, SLICE)) setFolded(values)
      else timer = setTimeout(fold)
    }
    fold()
    return () => clearTimeout(timer)
  }, [values, isWanted])
  return folded === values
}
