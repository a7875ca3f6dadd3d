import { useLayoutEffect, useRef, useState } from 'react'

export interface RowFocus {
  /** The row that has the focus, or had it last. */
  row: number
  /** Whether it has it now. */
  isWithin: boolean
  onFocus: (row: number) => void
  onBlur: () => void
  /** Scrolls a row into view and gives it the focus, as soon as it is mounted. */
  goTo: (row: number) => void
  reset: () => void
}

/** Which row of a windowed list has the focus. */
export function useRowFocus(
  scroller: HTMLElement | null,
  total: number,
  bringIntoView: (row: number) => void,
): RowFocus {
  const [row, setRow] = useState(0)
  const [isWithin, setWithin] = useState(false)
  const wanted = useRef<number | null>(null)
  // Scrolling mounts the wanted row in some later drawing; a row that comes in place of its placeholder takes over
  // the focus, which would be lost with that.
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
