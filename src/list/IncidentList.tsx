import { useState } from 'react'
import { useIsPartial, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { openIncident } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { IncidentRow } from './IncidentRow.tsx'
import { ListHead } from './ListHead.tsx'
import { useWindowedRows } from './useWindowedRows.ts'
import './IncidentList.css'

/**
 * All incidents that pass the filters; only the rows around those in view are mounted. The Tab key stops at the list
 * once, and arrow keys move between its rows. It is a list of links with `aria-posinset`, not a grid or a listbox:
 * screen readers read such rows whole, in browse mode and in focus mode, also rows that are mounted and removed.
 */
export function IncidentList() {
  const { list: words } = useMessages()
  const act = useAct()
  const page = useResult(({ result }) => result?.list)
  const total = page?.total ?? 0
  const isPartial = useIsPartial()
  const open = useView((view) => view.incident)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [list, setList] = useState<HTMLUListElement | null>(null)
  const { shown, mounted, focus, tabStop, usualHeight, onKeyDown } = useWindowedRows(
    scroller,
    list,
    total,
    open,
  )
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
            aria-busy={isPartial}
            style={{ transform: `translateY(${shown.top}px)` }}
          >
            {mounted.map((index) => (
              <IncidentRow
                key={page?.rows[index - page.offset]?.id ?? `at ${index}`}
                index={index}
                total={total}
                isAway={index < shown.first || index >= shown.first + shown.count}
                usualHeight={usualHeight}
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
