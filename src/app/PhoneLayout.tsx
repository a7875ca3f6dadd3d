import { useEffect, useRef, type RefObject } from 'react'
import { ArrowLeft, Funnel, List, Map, Search, type IconNode } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { ResultCount } from '../filters/ResultCount.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Legend } from '../map/Legend.tsx'
import { CopyLink } from '../share/CopyLink.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { closeIncident } from '../view/acts.ts'
import type { Camera } from '../view/view.ts'
import { useAct, useView, useViewStore } from '../view/useView.ts'
import { FiltersPane } from './FiltersPane.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { isIncidentWhole, type PanelState, type SheetTab } from './panels.ts'
import { PageMenu } from './PageMenu.tsx'
import { ResultsPane } from './ResultsPane.tsx'
import { SiteName } from './SiteName.tsx'
import { TimelinePane } from './TimelinePane.tsx'
import './PhoneLayout.css'
import './TopBar.css'

interface Props {
  panels: PanelState
  onPanels: (change: Partial<PanelState>) => void
}

/**
 * The layout of a phone: the map, a slim timeline, and a bottom sheet with the list or the filters. An open incident
 * covers the whole screen, with ways back to the list and to the map.
 * @param onFoot told the height of what lies below the map while the sheet is closed, in CSS pixels
 */
export function PhoneLayout({ panels, onPanels, onFoot }: Props & { onFoot: (height: number) => void }) {
  const { filters } = useMessages()
  const isIncidentOpen = useView((view) => view.incident !== null)
  const isListShown = panels.sheet === 'list' && !isIncidentOpen
  // An open incident lies over the sheet, so Escape closes the incident first.
  const isOnTop = panels.sheet === 'filters' || isListShown
  const closeSheet = () => onPanels({ sheet: 'closed' })
  useShortcuts({ Escape: closeSheet }, isOnTop)
  const isWhole = isIncidentWhole(panels, isIncidentOpen)
  const foot = useMeasured(onFoot, panels.sheet === 'closed')
  const size = `${panels.sheet === 'closed' ? '' : ' phone__foot--open'}${isWhole ? ' phone__foot--whole' : ''}`
  return (
    <>
      <header className="top-bar">
        <SiteName />
        <div className="top-bar__tools">
          <IconButton
            icon={Search}
            name={filters.search}
            onClick={() => onPanels({ sheet: 'filters', searching: true })}
          />
          <PageMenu />
        </div>
      </header>
      {panels.sheet === 'closed' && (
        <div className="phone__legend">
          <Legend />
        </div>
      )}
      <div className={`phone__foot${size}`} ref={foot}>
        <TimelinePane className="phone__timeline" hidden={isWhole} />
        {isWhole && <WaysBack onMap={closeSheet} />}
        <Tabs panels={panels} onPanels={onPanels} hidden={isWhole} />
        <Sheet panels={panels} onMapMoved={() => isWhole && closeSheet()} />
      </div>
    </>
  )
}

/**
 * Reports the height of an element, in CSS pixels, and each change of it.
 * @param isAsked whether it is to be reported now
 */
function useMeasured(onHeight: (height: number) => void, isAsked: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!element || !isAsked) return
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [onHeight, isAsked])
  return ref
}

/** Buttons that open and close the parts of the sheet; beside them the count of results, unless the list shows it. */
function Tabs({ panels, onPanels, hidden }: Props & { hidden: boolean }) {
  const { app } = useMessages()
  const isIncidentOpen = useView((view) => view.incident !== null)
  const isListShown = panels.sheet === 'list' && !isIncidentOpen
  const tab = (id: SheetTab, text: string, icon: IconNode) => (
    <Button
      aria-expanded={panels.sheet === id}
      aria-controls="sheet"
      onClick={() => onPanels({ sheet: panels.sheet === id ? 'closed' : id })}
    >
      <Icon of={icon} />
      <span>{text}</span>
    </Button>
  )
  return (
    <div className="phone__tabs" hidden={hidden}>
      {tab('list', isIncidentOpen ? app.incident : app.list, List)}
      {tab('filters', app.filters, Funnel)}
      <CopyLink />
      <div className="phone__count">{!isListShown && <ResultCount />}</div>
    </div>
  )
}

/** The open part of the bottom sheet. @param onMapMoved called when a click in the results has moved the map */
function Sheet({ panels, onMapMoved }: { panels: PanelState; onMapMoved: () => void }) {
  const { app } = useMessages()
  const mapShown = useMapAskedFor(onMapMoved)
  return (
    <div className="phone__sheet" id="sheet">
      {panels.sheet === 'list' && (
        <main className="phone__pane" aria-label={app.results} {...mapShown}>
          <PanelBoundary panel={app.results}>
            <ResultsPane />
          </PanelBoundary>
        </main>
      )}
      {panels.sheet === 'filters' && (
        <aside className="phone__pane" aria-label={app.filters}>
          <PanelBoundary panel={app.filters}>
            <FiltersPane searching={panels.searching} />
          </PanelBoundary>
        </aside>
      )}
    </div>
  )
}

/** Click handlers that call `onAsked` after a click that has moved the map, as "Show on the map" does. */
function useMapAskedFor(onAsked: () => void) {
  const store = useViewStore()
  const before = useRef<Camera | null>(null)
  const camera = () => store.getState().view.camera
  return {
    onClickCapture: () => {
      before.current = camera()
    },
    onClick: () => {
      if (camera() !== before.current) onAsked()
    },
  }
}

/** Buttons that lead from an incident back to the list, or to the map. */
function WaysBack({ onMap }: { onMap: () => void }) {
  const { app } = useMessages()
  const act = useAct()
  return (
    <nav className="phone__back" aria-label={app.back}>
      <Button onClick={() => act(closeIncident)}>
        <Icon of={ArrowLeft} className="icon--reading" />
        <span>{app.backToList}</span>
      </Button>
      <Button onClick={onMap}>
        <Icon of={Map} />
        <span>{app.map}</span>
      </Button>
    </nav>
  )
}
