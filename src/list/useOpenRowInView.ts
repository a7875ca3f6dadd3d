import { useLayoutEffect, useRef } from 'react'
import { useDataset } from '../answers/useResult.ts'
import { useLatest } from '../ui/useLatest.ts'
import type { ListScroll } from './useListScroll.ts'

/**
 * Keeps the incident that is open, or was, among the rows in view, wherever it was opened from. A list that was hidden
 * behind it is given its place back first: not every browser keeps it.
 */
export function useOpenRowInView(
  scroller: HTMLElement | null,
  open: string | null,
  scroll: ListScroll,
  bringIntoView: (row: number) => void,
): void {
  const { results } = useDataset()
  const latest = useLatest({ scroll, bringIntoView })
  const last = useRef<string | null>(null)
  useLayoutEffect(() => {
    const opened = open ?? last.current
    last.current = open
    const list = results.getState().result?.list
    if (!scroller || !list || opened === null || scroller.clientHeight === 0) return
    const at = list.rows.findIndex(({ id }) => id === opened)
    if (at < 0) latest.current.scroll.scrollTo(latest.current.scroll.scrollTop)
    else latest.current.bringIntoView(list.offset + at)
  }, [open, results, scroller, latest])
}
