import { useLayoutEffect, useRef, useState } from 'react'

/** The focus among the rows of the list. */
export interface RowFocus {
  /** Index of the row that has the focus, or had it last. */
  row: number
  /** Whether it has the focus now. */
  isWithin: boolean
  onFocus: (row: number) => void
  onBlur: () => void
  /** Scrolls a row into view, and focuses it once it is mounted. */
  goTo: (row: number) => void
  /** Makes the first row the one that the Tab key reaches. */
  reset: () => void
}

/**
 * Keeps the focus in a list of which only a part is mounted.
 * @param scroller the element that scrolls; `null` until it is mounted
 * @param total number of rows
 * @param bringIntoView scrolls a row into view, by its index
 */
export function useRowFocus(
  scroller: HTMLElement | null,
  total: number,
  bringIntoView: (row: number) => void,
): RowFocus {
  const [row, setRow] = useState(0)
  const [isWithin, setWithin] = useState(false)
  const wanted = useRef<number | null>(null)
  // The wanted row is mounted by some later render. A row that replaces its placeholder takes over the focus,
  // which would be lost with the placeholder.
  useLayoutEffect(() => {
    const isLost = isWithin && document.activeElement === document.body
    const taken = wanted.current ?? (isLost ? row : null)
    if (taken === null) return
    const link = scroller?.querySelector<HTMLElement>(`[data-row="${taken}"]`)
    if (!link) return
    wanted.current = null
    link.focus({ preventScroll: true })
  })
  return {
    row: Math.min(row, Math.max(0, total - 1)),
    isWithin,
    onFocus: (focused) => {
      setRow(focused)
      setWithin(true)
    },
    onBlur: () => setWithin(false),
    goTo: (to) => {
      setRow(to)
      wanted.current = to
      bringIntoView(to)
    },
    reset: () => {
      wanted.current = null
      setRow(0)
    },
  }
}
