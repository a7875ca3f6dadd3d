import { useLayoutEffect, useRef } from 'react'
import { useDataset } from '../answers/useResult.ts'
import { scrollToRow } from './listWindow.ts'
import { scrollList } from './useListScroll.ts'

/**
 * Keeps the incident that is open, or was, among the rows in view, wherever it was opened from. A list that was hidden
 * behind it is given its place back first: not every browser keeps it.
 */
export function useOpenRowInView(
  scroller: HTMLElement | null,
  open: string | null,
  { scrollTop, height }: { scrollTop: number; height: number },
): void {
  const { results } = useDataset()
  const place = useRef({ scrollTop, height })
  const last = useRef<string | null>(null)
  useLayoutEffect(() => {
    place.current = { scrollTop, height }
  })
  useLayoutEffect(() => {
    const opened = open ?? last.current
    last.current = open
    const list = results.getState().result?.list
    if (!scroller || !list || opened === null || scroller.clientHeight === 0) return
    const at = list.rows.findIndex(({ id }) => id === opened)
    const before = place.current
    scrollList(
      scroller,
      at < 0 ? before.scrollTop : scrollToRow(list.total, list.offset + at, before.scrollTop, before.height),
    )
  }, [open, results, scroller])
}
