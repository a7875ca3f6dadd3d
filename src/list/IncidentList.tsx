import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { openIncident } from '../view/acts.ts'
import { useAct, useSetScreen, useView, useViewStore } from '../view/useView.ts'
import { IncidentRow } from './IncidentRow.tsx'
import { ListHead } from './ListHead.tsx'
import { listWindow, pageFor, ROW_HEIGHT, rowAfterKey, scrollToRow } from './listWindow.ts'
import './IncidentList.css'

/**
 * Every incident that passes, a window of rows at a time. One stop of the Tab key; arrows move between rows. A list of
 * buttons with their place in the set said: screen readers read such rows whole, also those that come and go.
 */
export function IncidentList() {
  const { list: words } = useMessages()
  const act = useAct()
  const total = useResult(({ result }) => result?.list.total ?? 0)
  const open = useView((view) => view.incident)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { scrollTop, height } = useScroll(scroller)
  const [focused, setFocused] = useState(0)
  const shown = listWindow(total, scrollTop, height)
  useAskedPage(shown.first, shown.count)
  const goTo = useFocusOnRow(scroller, total, height)
  const current = Math.min(focused, Math.max(0, total - 1))

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAfterKey(event.key, current, total, Math.max(1, Math.floor(height / ROW_HEIGHT) - 1))
    if (row === undefined) return
    event.preventDefault()
    setFocused(row)
    goTo(row)
  }
  const { first, count, top } = shown
  // The row that Tab leads to is always mounted.
  const tabRow = current >= first && current < first + count ? current : first
  return (
    <div className="incident-list">
      <ListHead />
      <div className="incident-list__scroller" ref={setScroller}>
        {total === 0 && <p className="incident-list__empty">{words.empty}</p>}
        <div style={{ blockSize: shown.height }}>
          <ul aria-label={words.name} style={{ transform: `translateY(${top}px)` }} onKeyDown={onKeyDown}>
            {Array.from({ length: count }, (_, index) => (
              <IncidentRow
                key={first + index}
                index={first + index}
                total={total}
                openId={open}
                isTabStop={first + index === tabRow}
                onFocus={() => setFocused(first + index)}
                onOpen={(id) => act(openIncident(id))}
              />
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

function useScroll(scroller: HTMLDivElement | null): { scrollTop: number; height: number } {
  const [state, setState] = useState({ scrollTop: 0, height: 0 })
  const spot = useViewStore()
  useLayoutEffect(() => {
    if (!scroller) return
    const read = () => setState({ scrollTop: scroller.scrollTop, height: scroller.clientHeight })
    read()
    scroller.addEventListener('scroll', read, { passive: true })
    const observer = new ResizeObserver(read)
    observer.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', read)
      observer.disconnect()
    }
  }, [scroller])
  // Another question is answered from the top.
  useEffect(() => {
    if (!scroller) return
    let { filters } = spot.getState().view
    let { order } = spot.getState().screen.list
    let { spot: within } = spot.getState().screen
    return spot.subscribe(({ view, screen }) => {
      if (view.filters === filters && screen.list.order === order && screen.spot === within) return
      filters = view.filters
      order = screen.list.order
      within = screen.spot
      scroller.scrollTop = 0
    })
  }, [scroller, spot])
  return state
}

/** Asks for the rows that are mounted. */
function useAskedPage(first: number, count: number): void {
  const setScreen = useSetScreen()
  const store = useViewStore()
  const { offset, limit } = pageFor({ first, count })
  useEffect(() => {
    const { list } = store.getState().screen
    if (list.offset !== offset || list.limit !== limit) setScreen({ list: { ...list, offset, limit } })
  }, [offset, limit, store, setScreen])
}

/** Scrolls a row into view and gives it the focus once it is mounted. */
function useFocusOnRow(
  scroller: HTMLDivElement | null,
  total: number,
  height: number,
): (row: number) => void {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null || !scroller) return
    const row = scroller.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  return (row) => {
    if (!scroller) return
    wanted.current = row
    scroller.scrollTop = scrollToRow(total, row, scroller.scrollTop, height)
    const mounted = scroller.querySelector<HTMLElement>(`[data-row="${row}"]`)
    if (mounted) {
      wanted.current = null
      mounted.focus({ preventScroll: true })
    }
  }
}
