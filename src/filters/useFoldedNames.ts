import { useEffect, useState } from 'react'
import type { FacetValue } from './facetValues.ts'
import { foldNames } from './foldedNames.ts'

/** Values whose names are folded in one task: some milliseconds. */
const SLICE = 500

/**
 * Whether the values can be searched without a wait. Makes them so, in slices, from when it is wanted on.
 * @param isWanted a hand is at the field, or something is typed in it
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
