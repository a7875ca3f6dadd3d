import { useLayoutEffect, useRef } from 'react'
import { scrollScale, scrollToRow } from './listWindow.ts'
import type { RowHeights } from './rowHeights.ts'
import type { ListScroll } from './useListScroll.ts'

/** Number of corrections: a row, or those around it, may turn out taller once they are mounted. */
const TRIES = 3

/**
 * Scrolls a row wholly into view, and corrects that once the rows around it have been measured.
 * @param scroller the element that scrolls; `null` until it is mounted
 * @param total number of rows
 * @returns takes the index of the row
 */
export function useRowInView(
  scroller: HTMLElement | null,
  scroll: ListScroll,
  total: number,
  heights: RowHeights,
): (row: number) => void {
  const settling = useRef({ row: 0, tries: 0 })
  useLayoutEffect(() => {
    const { row, tries } = settling.current
    const item = tries > 0 && scroller?.querySelector(`[data-measured="${row}"]`)
    if (!scroller || !item || scroller.clientHeight === 0) return
    settling.current = { row, tries: tries - 1 }
    const over = overlap(item.getBoundingClientRect(), scroller.getBoundingClientRect())
    // The state may be ahead of the page here, if rows have just been measured, so the page itself is measured.
    if (Math.abs(over) < 1) return
    const scrolled = over / scrollScale(total, scroll.height, heights)
    scroll.scrollTo(scroller.scrollTop + (over > 0 ? Math.ceil(scrolled) : Math.floor(scrolled)))
  })
  return (row) => {
    settling.current = { row, tries: TRIES }
    scroll.scrollTo(scrollToRow(total, row, scroll.scrollTop, scroll.height, heights))
  }
}

/** CSS pixels by which a row extends below the view, or, negative, above it. */
function overlap(row: DOMRect, view: DOMRect): number {
  if (row.top < view.top) return row.top - view.top
  return Math.max(0, Math.min(row.bottom - view.bottom, row.top - view.top))
}
