import { useLayoutEffect, useRef, useState } from 'react'
import { scrollToRow } from './listWindow.ts'
import { scrollList } from './useListScroll.ts'

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

/** Which row of a windowed list has the focus. @param viewHeight CSS pixels */
export function useRowFocus(scroller: HTMLElement | null, total: number, viewHeight: number): RowFocus {
  const [row, setRow] = useState(0)
  const [isWithin, setWithin] = useState(false)
  const wanted = useRef<number | null>(null)
  const take = () => {
    if (wanted.current === null) return
    const button = scroller?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    if (!button) return
    wanted.current = null
    button.focus({ preventScroll: true })
  }
  // Scrolling mounts the wanted row in some later rendering.
  useLayoutEffect(take)
  return {
    row: Math.min(row, Math.max(0, total - 1)),
    isWithin,
    onFocus: (focused) => {
      setRow(focused)
      setWithin(true)
    },
    onBlur: () => setWithin(false),
    goTo: (to) => {
      if (!scroller) return
      setRow(to)
      wanted.current = to
      scrollList(scroller, scrollToRow(total, to, scroller.scrollTop, viewHeight))
      take()
    },
    reset: () => {
      wanted.current = null
      setRow(0)
    },
  }
}
