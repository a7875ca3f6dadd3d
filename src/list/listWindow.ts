/** CSS pixels: every row has the same, so that any can be found without measuring those before it. */
export const ROW_HEIGHT = 96

/** Browsers draw no taller element; a longer list is scrolled in proportion. */
export const TALLEST = 8_000_000

/** Rows kept ready beyond each edge. */
const OVERSCAN = 6

/** What of a list of equal rows is mounted. */
export interface ListWindow {
  /** First row mounted, and how many. */
  first: number
  count: number
  /** CSS pixels of the whole, as it is scrolled. */
  height: number
  /** CSS pixels from the top at which the first mounted row stands. */
  top: number
}

/** @param scrollTop, viewHeight CSS pixels */
export function listWindow(total: number, scrollTop: number, viewHeight: number): ListWindow {
  const full = total * ROW_HEIGHT
  const height = Math.min(full, TALLEST)
  const travel = Math.max(0, height - viewHeight)
  const at = Math.min(Math.max(0, scrollTop), travel)
  // Where the list is longer than what can be drawn, each scrolled pixel stands for several.
  const virtual = travel === 0 ? 0 : (at / travel) * (full - viewHeight)
  const first = Math.max(0, Math.min(total, Math.floor(virtual / ROW_HEIGHT)) - OVERSCAN)
  const last = Math.min(total, Math.ceil((virtual + viewHeight) / ROW_HEIGHT) + OVERSCAN)
  return { first, count: Math.max(0, last - first), height, top: at - (virtual - first * ROW_HEIGHT) }
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
export function scrollToRow(total: number, row: number, scrollTop: number, viewHeight: number): number {
  const full = total * ROW_HEIGHT
  const travel = Math.max(0, Math.min(full, TALLEST) - viewHeight)
  const reach = Math.max(1, full - viewHeight)
  const virtual = travel === 0 ? 0 : (scrollTop / travel) * reach
  const wanted = Math.min(Math.max(virtual, (row + 1) * ROW_HEIGHT - viewHeight), row * ROW_HEIGHT)
  return wanted === virtual ? scrollTop : (wanted / reach) * travel
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
