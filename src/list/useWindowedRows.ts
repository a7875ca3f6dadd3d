import { useEffect, useState, type KeyboardEvent } from 'react'
import { useScreen, useSetScreen } from '../view/useView.ts'
import { listWindow, pageFor, rowAfterKey, rowsToMount, type ListWindow } from './listWindow.ts'
import { useListScroll } from './useListScroll.ts'
import { useNewQuestion } from './useNewQuestion.ts'
import { useOpenRowInView } from './useOpenRowInView.ts'
import { useRowFocus, type RowFocus } from './useRowFocus.ts'
import { useRowHeights } from './useRowHeights.ts'
import { useRowInView } from './useRowInView.ts'

/** The mounted part of a list, and what its rows need. */
export interface WindowedRows {
  shown: ListWindow
  /** Indices of the mounted rows, ascending. */
  mounted: number[]
  focus: RowFocus
  /** The one row that the Tab key reaches. */
  tabStop: number
  /** Height of a row that has not been measured, in CSS pixels. */
  usualHeight: number
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Mounts only the rows around those in view, and asks for the page of the results that holds them.
 * @param scroller the element that scrolls; `null` until it is mounted
 * @param list the element that holds the rows; `null` until it is mounted
 * @param total number of rows in the whole list
 * @param openId the open incident, whose row is kept in view
 */
export function useWindowedRows(
  scroller: HTMLElement | null,
  list: HTMLElement | null,
  total: number,
  openId: string | null,
): WindowedRows {
  const [question, setQuestion] = useState(0)
  const scroll = useListScroll(scroller)
  const heights = useRowHeights(list, scroll, total, question)
  const bringIntoView = useRowInView(scroller, scroll, total, heights)
  const shown = listWindow(total, scroll.scrollTop, scroll.height, heights)
  const focus = useRowFocus(scroller, total, bringIntoView)
  const mounted = rowsToMount(shown, focus)
  useAskedPage(shown.first, shown.count)
  useOpenRowInView(scroller, openId, scroll, bringIntoView)
  useNewQuestion(() => {
    setQuestion(question + 1)
    scroll.scrollTo(0)
    focus.reset()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const perPage = Math.max(1, Math.floor(scroll.height / heights.usual) - 1)
    const row = rowAfterKey(event.key, focus.row, total, perPage)
    if (row === undefined) return
    event.preventDefault()
    focus.goTo(row)
  }
  // The Tab key can only reach a row that is mounted.
  const tabStop = mounted.includes(focus.row) ? focus.row : shown.first
  return { shown, mounted, focus, tabStop, usualHeight: heights.usual, onKeyDown }
}

/** Asks for the rows that are mounted; again if something else has changed the page. */
function useAskedPage(first: number, count: number): void {
  const setScreen = useSetScreen()
  const list = useScreen((screen) => screen.list)
  const { offset, limit } = pageFor({ first, count })
  useEffect(() => {
    if (list.offset !== offset || list.limit !== limit) setScreen({ list: { ...list, offset, limit } })
  }, [offset, limit, list, setScreen])
}
