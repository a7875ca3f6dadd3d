import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { useLatest } from '../ui/useLatest.ts'
import { listWindow, scrollScale } from './listWindow.ts'
import { RowHeights } from './rowHeights.ts'
import type { ListScroll } from './useListScroll.ts'

/**
 * The heights of the rows, measured after each render and when they change by themselves. What is in view stays
 * in place, whatever height the rows above it turn out to have.
 * @param list the element that holds the rows; `null` until it is mounted
 * @param total number of rows
 * @param question number of the present question: other rows have other heights
 */
export function useRowHeights(
  list: HTMLElement | null,
  scroll: ListScroll,
  total: number,
  question: number,
): RowHeights {
  const language = useLanguage()
  const [known, setKnown] = useState({ heights: new RowHeights(), width: 0, language, question })
  let { heights } = known
  if (known.width !== scroll.width || known.language !== language || known.question !== question) {
    heights = new RowHeights(heights.usual)
    setKnown({ heights, width: scroll.width, language, question })
  }
  const [, redraw] = useState(0)
  const measure = () => {
    if (!list) return
    const { topRow } = listWindow(total, scroll.scrollTop, scroll.height, heights)
    const before = heights.offsetOf(topRow)
    if (!heights.measure(heightsOf(list))) return
    redraw((count) => count + 1)
    const shift = heights.offsetOf(topRow) - before
    // A list that is scrolled in proportion keeps its scroll offset.
    if (shift !== 0 && scrollScale(total, scroll.height, heights) === 1)
      scroll.scrollTo(scroll.scrollTop + shift)
  }
  useLayoutEffect(measure)
  useWhenResized(list, measure)
  useSameRow(heights, known.question, scroll, total)
  return heights
}

/** Heights of the mounted rows that show an incident, by index; empty while the list is hidden. */
function heightsOf(list: HTMLElement): Map<number, number> {
  const heights = new Map<number, number>()
  for (const item of list.querySelectorAll<HTMLElement>('[data-measured]')) {
    const { height } = item.getBoundingClientRect()
    if (height > 0) heights.set(Number(item.dataset['measured']), height)
  }
  return heights
}

/** Calls back when the element's size changes. */
function useWhenResized(element: HTMLElement | null, onResized: () => void): void {
  const latest = useLatest(onResized)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() => latest.current())
    observer.observe(element)
    return () => observer.disconnect()
  }, [element, latest])
}

/** When the same rows get other heights, as after a change of width, keeps the row at the upper edge there. */
function useSameRow(heights: RowHeights, question: number, scroll: ListScroll, total: number): void {
  const last = useRef({ heights, question, topRow: 0 })
  useLayoutEffect(() => {
    const { topRow } = last.current
    if (heights !== last.current.heights && question === last.current.question && topRow > 0)
      scroll.scrollTo(heights.offsetOf(topRow) / scrollScale(total, scroll.height, heights))
    last.current = {
      heights,
      question,
      topRow: listWindow(total, scroll.scrollTop, scroll.height, heights).topRow,
    }
  })
}
