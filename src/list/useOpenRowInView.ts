import { useLayoutEffect, useRef } from 'react'
import { useDataset } from '../answers/useResult.ts'
import { useLatest } from '../ui/useLatest.ts'
import type { ListScroll } from './useListScroll.ts'

/**
 * Scrolls the list so that the row of the open incident, or of the one just closed, is in view. A list that was
 * hidden is first scrolled back to where it was, as some browsers forget it.
 * @param scroller the element that scrolls; `null` until it is mounted
 * @param open id of the open incident
 * @param bringIntoView scrolls a row into view, by its index
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
