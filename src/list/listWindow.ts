import type { RowHeights } from './rowHeights.ts'

/**
 * Greatest height of the list in CSS pixels: some browsers do not draw taller elements. A longer list is
 * scrolled in proportion.
 */
export const TALLEST = 16_000_000

/** Rows that are mounted beyond each edge of the view. */
const OVERSCAN = 6

/** The mounted part of a list, in a coordinate system whose 0 is the top of the list. */
export interface ListWindow {
  /** Index of the first mounted row, and their number. */
  first: number
  count: number
  /** Index of the row at the upper edge of the view. */
  topRow: number
  /** Height of the whole list as it is scrolled, in CSS pixels; TALLEST at most. */
  height: number
  /** Upper edge of the first mounted row, in CSS pixels. */
  top: number
}

/**
 * `height`: of the list as it is scrolled. `travel`: how far it can be scrolled. `reach`: how far its rows
 * extend beyond the view. All in CSS pixels.
 */
function scrollRange(total: number, viewHeight: number, heights: RowHeights) {
  const full = heights.offsetOf(total)
  const height = Math.min(full, TALLEST)
  return { height, travel: Math.max(0, height - viewHeight), reach: Math.max(0, full - viewHeight) }
}

/**
 * CSS pixels of rows per scrolled pixel: 1 unless the list is taller than TALLEST.
 * @param total number of rows
 * @param viewHeight CSS pixels
 */
export function scrollScale(total: number, viewHeight: number, heights: RowHeights): number {
  const { travel, reach } = scrollRange(total, viewHeight, heights)
  return travel === 0 ? 1 : reach / travel
}

/**
 * The part of the list to mount at a scroll offset.
 * @param total number of rows
 * @param scrollTop, viewHeight CSS pixels
 */
export function listWindow(
  total: number,
  scrollTop: number,
  viewHeight: number,
  heights: RowHeights,
): ListWindow {
  const { height, travel, reach } = scrollRange(total, viewHeight, heights)
  const at = Math.min(Math.max(0, scrollTop), travel)
  // Offset among the rows, which differs from the scroll offset in a list taller than TALLEST.
  const virtual = travel === 0 ? 0 : (at / travel) * reach
  const within = (row: number) => Math.max(0, Math.min(total, row))
  const topRow = within(heights.rowAt(virtual))
  const first = within(topRow - OVERSCAN)
  const last = within(heights.rowAt(virtual + viewHeight - 0.5) + 1 + OVERSCAN)
  return { first, count: last - first, topRow, height, top: at - (virtual - heights.offsetOf(first)) }
}

/**
 * Indices of the rows to mount, ascending: those of the window, and the row that has the focus, which must stay
 * mounted wherever it is.
 */
export function rowsToMount(
  { first, count }: Pick<ListWindow, 'first' | 'count'>,
  focus: { row: number; isWithin: boolean },
): number[] {
  const rows = Array.from({ length: count }, (_, index) => first + index)
  if (!focus.isWithin || count === 0 || rows.includes(focus.row)) return rows
  return focus.row < first ? [focus.row, ...rows] : [...rows, focus.row]
}

/**
 * The scroll offset at which a row is wholly in view; the present one if it already is.
 * @param total number of rows
 * @param row index
 * @param scrollTop, viewHeight CSS pixels
 */
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

/**
 * The page of the query that holds the mounted rows. It consists of whole blocks, so that scrolling within a
 * block asks for nothing new.
 * @param block rows
 */
export function pageFor(
  { first, count }: Pick<ListWindow, 'first' | 'count'>,
  block = 30,
): { offset: number; limit: number } {
  const offset = Math.floor(first / block) * block
  const limit = Math.max(block, Math.ceil((first + count - offset) / block) * block)
  return { offset, limit }
}

type ListKey = 'ArrowDown' | 'ArrowUp' | 'Home' | 'End' | 'PageDown' | 'PageUp'

/**
 * The row that a key moves to.
 * @param key `KeyboardEvent.key`
 * @param row index of the present row
 * @param total number of rows
 * @param perPage rows per Page Up or Page Down
 * @returns undefined for any other key
 */
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
