import { useRef, useState } from 'react'
import { ResultCount } from '../filters/ResultCount.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Legend } from '../map/Legend.tsx'
import { CopyLink } from '../share/CopyLink.tsx'
import { TimelinePanel } from '../timeline/TimelinePanel.tsx'
import { Button } from '../ui/Button.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { closeIncident } from '../view/acts.ts'
import type { Camera } from '../view/view.ts'
import { useAct, useView, useViewStore } from '../view/useView.ts'
import { FiltersPane } from './FiltersPane.tsx'
import { AboutDialog } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'
import { isIncidentWhole, type PanelState, type SheetTab } from './panels.ts'
import { LanguageChoice } from './Preferences.tsx'
import { ResultsPane } from './ResultsPane.tsx'
import { SiteName } from './SiteName.tsx'
import { Welcome } from './Welcome.tsx'
import './PhoneLayout.css'
import './TopBar.css'

/**
 * The map, a slim timeline, and a sheet from the bottom: list or filters. An open incident takes the whole screen, with
 * a way back to the list and one to the map.
 */
export function PhoneLayout({
  panels,
  onPanels,
}: {
  panels: PanelState
  onPanels: (change: Partial<PanelState>) => void
}) {
  const { app } = useMessages()
  const [isAboutOpen, setAboutOpen] = useState(false)
  const isIncidentOpen = useView((view) => view.incident !== null)
  // The list says the count itself; elsewhere it stands beside the tabs.
  const isListShown = panels.sheet === 'list' && !isIncidentOpen
  // An open incident lies on top of its sheet, and is closed first.
  const isOnTop = panels.sheet === 'filters' || isListShown
  useShortcuts({ Escape: () => onPanels({ sheet: 'closed' }) }, isOnTop)
  const isWhole = isIncidentWhole(panels, isIncidentOpen)
  const mapShown = useMapAskedFor(() => isWhole && onPanels({ sheet: 'closed' }))
  const tab = (id: SheetTab, text: string) => (
    <Button
      aria-expanded={panels.sheet === id}
      aria-controls="sheet"
      onClick={() => onPanels({ sheet: panels.sheet === id ? 'closed' : id })}
    >
      {text}
    </Button>
  )
  return (
    <>
      <header className="top-bar">
        <SiteName />
        <div className="top-bar__tools">
          <LanguageChoice />
          <Button aria-haspopup="dialog" onClick={() => setAboutOpen(true)}>
            {app.about}
          </Button>
        </div>
      </header>
      {panels.sheet === 'closed' && (
        <div className="phone__legend">
          <Legend />
        </div>
      )}
      <div
        className={`phone__foot${panels.sheet === 'closed' ? '' : ' phone__foot--open'}${isWhole ? ' phone__foot--whole' : ''}`}
      >
        <section className="phone__timeline" aria-label={app.timeline} hidden={isWhole}>
          <PanelBoundary panel={app.timeline}>
            <TimelinePanel />
          </PanelBoundary>
        </section>
        {isWhole && <WaysBack onMap={() => onPanels({ sheet: 'closed' })} />}
        <div className="phone__tabs" hidden={isWhole}>
          {tab('list', isIncidentOpen ? app.incident : app.list)}
          {tab('filters', app.filters)}
          <CopyLink />
          <div className="phone__count">{!isListShown && <ResultCount />}</div>
        </div>
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
      </div>
      {isAboutOpen && (
        <PanelBoundary panel={app.about} onDismiss={() => setAboutOpen(false)}>
          <AboutDialog onClose={() => setAboutOpen(false)} />
        </PanelBoundary>
      )}
      <Welcome onAbout={() => setAboutOpen(true)} />
    </>
  )
}

/** Tells of a press that moves the map, as "show on the map" does: where the map is covered, it is to be seen. */
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

/** Where an incident that takes the whole screen can be left for. */
function WaysBack({ onMap }: { onMap: () => void }) {
  const { app } = useMessages()
  const act = useAct()
  return (
    <nav className="phone__back" aria-label={app.back}>
      <Button onClick={() => act(closeIncident)}>
        <span className="phone__arrow" aria-hidden="true" />
        <span>{app.backToList}</span>
      </Button>
      <Button onClick={onMap}>{app.map}</Button>
    </nav>
  )
}
