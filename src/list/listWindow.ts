import type { RowHeights } from './rowHeights.ts'

/** CSS pixels: not every browser draws a taller element. A longer list is scrolled in proportion. */
export const TALLEST = 16_000_000

/** Rows kept ready beyond each edge. */
const OVERSCAN = 6

/** What of a list is mounted. */
export interface ListWindow {
  /** First row mounted, and how many. */
  first: number
  count: number
  /** The row at the upper edge of the view. */
  topRow: number
  /** CSS pixels of the whole, as it is scrolled. */
  height: number
  /** CSS pixels from the top at which the first mounted row stands. */
  top: number
}

/** How far the list can be scrolled, and how far its rows reach beyond the view, in CSS pixels. */
function scrollRange(total: number, viewHeight: number, heights: RowHeights) {
  const full = heights.offsetOf(total)
  const height = Math.min(full, TALLEST)
  return { height, travel: Math.max(0, height - viewHeight), reach: Math.max(0, full - viewHeight) }
}

/** How many pixels of rows a scrolled pixel stands for: 1 where the whole list can be drawn. */
export function scrollScale(total: number, viewHeight: number, heights: RowHeights): number {
  const { travel, reach } = scrollRange(total, viewHeight, heights)
  return travel === 0 ? 1 : reach / travel
}

/** @param scrollTop, viewHeight CSS pixels */
export function listWindow(
  total: number,
  scrollTop: number,
  viewHeight: number,
  heights: RowHeights,
): ListWindow {
  const { height, travel, reach } = scrollRange(total, viewHeight, heights)
  const at = Math.min(Math.max(0, scrollTop), travel)
  // Where the list is longer than what can be drawn, each scrolled pixel stands for several.
  const virtual = travel === 0 ? 0 : (at / travel) * reach
  const within = (row: number) => Math.max(0, Math.min(total, row))
  const topRow = within(heights.rowAt(virtual))
  const first = within(topRow - OVERSCAN)
  const last = within(heights.rowAt(virtual + viewHeight - 0.5) + 1 + OVERSCAN)
  return { first, count: last - first, topRow, height, top: at - (virtual - heights.offsetOf(first)) }
}

/** The rows of the window in order; and one outside it that must not go, as it has the focus. */
export function rowsToMount(
  { first, count }: Pick<ListWindow, 'first' | 'count'>,
  focus: { row: number; isWithin: boolean },
): number[] {
  const rows = Array.from({ length: count }, (_, index) => first + index)
  if (!focus.isWithin || count === 0 || rows.includes(focus.row)) return rows
  return focus.row < first ? [focus.row, ...rows] : [...rows, focus.row]
}

/** Where to scroll so that a row is in full view; the present place where it is already. */
export function scrollToRow(
  total: number,
  row: number,
  scrollTop: number,
  viewHeight: number,
  heights: RowHeights,
): number {
  const { travel, reach } = scrollRange(total, viewHeight, heights)
  const virtual = travel === 0 ? 0 : (scrollTop / travel) * reach
  const edge = heights.offsetOf(row)
  const wanted = Math.min(Math.max(virtual, edge + heights.heightOf(row) - viewHeight), edge)
  return wanted === virtual || reach === 0 ? scrollTop : (wanted / reach) * travel
}

/** Rows that one page of the query brings: whole blocks, so that scrolling within one asks nothing new. */
export function pageFor(
  { first, count }: Pick<ListWindow, 'first' | 'count'>,
  block = 30,
): { offset: number; limit: number } {
  const offset = Math.floor(first / block) * block
  const limit = Math.max(block, Math.ceil((first + count - offset) / block) * block)
  return { offset, limit }
}

type ListKey = 'ArrowDown' | 'ArrowUp' | 'Home' | 'End' | 'PageDown' | 'PageUp'

/** The row that a key leads to; undefined for any other key. */
export function rowAfterKey(key: string, row: number, total: number, perPage: number): number | undefined {
  const within = (to: number) => Math.max(0, Math.min(total - 1, to))
  switch (key as ListKey) {
    case 'ArrowDown':
      return within(row + 1)
    case 'ArrowUp':
      return within(row - 1)
    case 'Home':
      return 0
    case 'End':
      return within(total - 1)
    case 'PageDown':
      return within(row + perPage)
    case 'PageUp':
      return within(row - perPage)
    default:
      return undefined
  }
}
