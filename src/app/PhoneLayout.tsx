import { useState } from 'react'
import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { FilterPanel } from '../filters/FilterPanel.tsx'
import { ResultCount } from '../filters/ResultCount.tsx'
import { SearchBox } from '../filters/SearchBox.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Legend } from '../map/Legend.tsx'
import { CopyLink } from '../share/CopyLink.tsx'
import { TimelinePanel } from '../timeline/TimelinePanel.tsx'
import { Button } from '../ui/Button.tsx'
import { useView } from '../view/useView.ts'
import { AboutDialog } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'
import type { PanelState, SheetTab } from './panels.ts'
import { LanguageChoice } from './Preferences.tsx'
import { ResultsPane } from './ResultsPane.tsx'
import { Welcome } from './Welcome.tsx'
import './PhoneLayout.css'
import './TopBar.css'

/** The map, a slim timeline, and a sheet from the bottom: list or incident, or filters. */
export function PhoneLayout({
  panels,
  onPanels,
}: {
  panels: PanelState
  onPanels: (change: Partial<PanelState>) => void
}) {
  const { app, common } = useMessages()
  const [isAboutOpen, setAboutOpen] = useState(false)
  const isIncidentOpen = useView((view) => view.incident !== null)
  // The list says the count itself; elsewhere it stands beside the tabs.
  const isListShown = panels.sheet === 'list' && !isIncidentOpen
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
        <h1 className="top-bar__name" translate="no">
          {common.appName}
        </h1>
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
      <div className={`phone__foot${panels.sheet === 'closed' ? '' : ' phone__foot--open'}`}>
        <section className="phone__timeline" aria-label={app.timeline}>
          <PanelBoundary panel={app.timeline}>
            <TimelinePanel />
          </PanelBoundary>
        </section>
        <div className="phone__tabs">
          {tab('list', app.list)}
          {tab('filters', app.filters)}
          <CopyLink />
          <div className="phone__count">{!isListShown && <ResultCount />}</div>
        </div>
        <div className="phone__sheet" id="sheet">
          {panels.sheet === 'list' && (
            <main className="phone__pane" aria-label={app.results}>
              <PanelBoundary panel={app.results}>
                <ResultsPane />
              </PanelBoundary>
            </main>
          )}
          {panels.sheet === 'filters' && (
            <aside className="phone__pane phone__pane--scroll" aria-label={app.filters}>
              <PanelBoundary panel={app.filters}>
                <SearchBox />
                <ActiveFilters />
                <FilterPanel />
              </PanelBoundary>
            </aside>
          )}
        </div>
      </div>
      {isAboutOpen && <AboutDialog onClose={() => setAboutOpen(false)} />}
      <Welcome onAbout={() => setAboutOpen(true)} />
    </>
  )
}
