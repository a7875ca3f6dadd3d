import { useEffect, useState, type KeyboardEvent } from 'react'
import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { openIncident } from '../view/acts.ts'
import { useAct, useScreen, useSetScreen, useView } from '../view/useView.ts'
import { IncidentRow } from './IncidentRow.tsx'
import { ListHead } from './ListHead.tsx'
import { listWindow, pageFor, rowAfterKey, rowsToMount } from './listWindow.ts'
import { useListScroll } from './useListScroll.ts'
import { useNewQuestion } from './useNewQuestion.ts'
import { useOpenRowInView } from './useOpenRowInView.ts'
import { useRowFocus } from './useRowFocus.ts'
import { useRowHeights } from './useRowHeights.ts'
import { useRowInView } from './useRowInView.ts'
import './IncidentList.css'

/**
 * Every incident that passes, a window of rows at a time. One stop of the Tab key; arrows move between rows. A list of
 * links with their place in the set said, not a grid or listbox: screen readers read such rows whole, in browsing as
 * in focus mode, also those that come and go.
 */
export function IncidentList() {
  const { list: words } = useMessages()
  const act = useAct()
  const page = useResult(({ result }) => result?.list)
  const total = page?.total ?? 0
  const open = useView((view) => view.incident)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [list, setList] = useState<HTMLUListElement | null>(null)
  const [question, setQuestion] = useState(0)
  const place = useListScroll(scroller)
  const heights = useRowHeights(list, place, total, question)
  const bringIntoView = useRowInView(scroller, place, total, heights)
  const shown = listWindow(total, place.scrollTop, place.height, heights)
  const focus = useRowFocus(scroller, total, bringIntoView)
  const mounted = rowsToMount(shown, focus)
  useAskedPage(shown.first, shown.count)
  useOpenRowInView(scroller, open, place, bringIntoView)
  useNewQuestion(() => {
    setQuestion(question + 1)
    place.scrollTo(0)
    focus.reset()
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const perPage = Math.max(1, Math.floor(place.height / heights.usual) - 1)
    const row = rowAfterKey(event.key, focus.row, total, perPage)
    if (row === undefined) return
    event.preventDefault()
    focus.goTo(row)
  }
  // The row that Tab leads to is always mounted.
  const tabStop = mounted.includes(focus.row) ? focus.row : shown.first
  return (
    <div className="incident-list">
      <ListHead />
      <div className="incident-list__scroller" ref={setScroller}>
        {page && total === 0 && <p className="incident-list__empty">{words.empty}</p>}
        <div style={{ blockSize: shown.height }}>
          <ul
            ref={setList}
            className="incident-list__rows"
            aria-label={words.name}
            style={{ transform: `translateY(${shown.top}px)` }}
          >
            {mounted.map((index) => (
              <IncidentRow
                key={page?.rows[index - page.offset]?.id ?? `at ${index}`}
                index={index}
                total={total}
                isAway={index < shown.first || index >= shown.first + shown.count}
                usualHeight={heights.usual}
                openId={open}
                isTabStop={index === tabStop}
                onFocus={focus.onFocus}
                onBlur={focus.onBlur}
                onKeyDown={onKeyDown}
                onOpen={(id) => act(openIncident(id))}
              />
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

/** Asks for the rows that are mounted; again when something else has set the page back. */
function useAskedPage(first: number, count: number): void {
  const setScreen = useSetScreen()
  const list = useScreen((screen) => screen.list)
  const { offset, limit } = pageFor({ first, count })
  useEffect(() => {
    if (list.offset !== offset || list.limit !== limit) setScreen({ list: { ...list, offset, limit } })
  }, [offset, limit, list, setScreen])
}
