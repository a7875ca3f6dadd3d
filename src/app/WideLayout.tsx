import { useMessages } from '../i18n/I18nProvider.tsx'
import { FiltersPane } from './FiltersPane.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { TimelinePane } from './TimelinePane.tsx'
import { ResultsPane } from './ResultsPane.tsx'
import { TopBar } from './TopBar.tsx'
import type { PanelState } from './panels.ts'
import { Legend } from '../map/Legend.tsx'

/** The layout of a wide screen: filters before the map, results after it, the timeline below. */
export function WideLayout({
  panels,
  onPanels,
}: {
  panels: PanelState
  onPanels: (change: Partial<PanelState>) => void
}) {
  const { app } = useMessages()
  return (
    <>
      <TopBar panels={panels} onPanels={onPanels} />
      {panels.filters && (
        <aside className="workspace__filters panel" id="filters" aria-label={app.filters}>
          <PanelBoundary panel={app.filters}>
            <FiltersPane searching={panels.searching} />
          </PanelBoundary>
        </aside>
      )}
      <div className="workspace__legend">
        <Legend />
      </div>
      {panels.results && (
        <main className="workspace__results panel" id="results" aria-label={app.results}>
          <PanelBoundary panel={app.results}>
            <ResultsPane />
          </PanelBoundary>
        </main>
      )}
      <TimelinePane className="workspace__timeline panel" />
    </>
  )
}
