import { Funnel, List } from 'lucide'
import { useIsSampled } from '../answers/useIsSampled.ts'
import { useResult } from '../answers/useResult.ts'
import { useActiveFilters } from '../filters/useActiveFilters.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatCompact, formatNumber } from '../i18n/plural.ts'
import { FiltersPane } from './FiltersPane.tsx'
import { SidePanel } from './SidePanel.tsx'
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
  const language = useLanguage()
  const active = useActiveFilters().length
  const total = useResult(({ result }) => result?.total)
  const isSampled = useIsSampled()
  return (
    <>
      <TopBar />
      <SidePanel
        id="filters"
        side="start"
        role="complementary"
        name={app.filters}
        icon={Funnel}
        shortcut="f"
        isOpen={panels.filters}
        badge={active > 0 ? formatNumber(language, active) : null}
        onToggle={() => onPanels({ filters: !panels.filters })}
      >
        <FiltersPane searching={null} />
      </SidePanel>
      <div className="workspace__legend">
        <Legend />
      </div>
      <SidePanel
        id="results"
        side="end"
        role="main"
        name={app.results}
        icon={List}
        shortcut="l"
        isOpen={panels.results}
        badge={total === undefined ? null : isSampled ? '…' : formatCompact(language, total)}
        onToggle={() => onPanels({ results: !panels.results })}
      >
        <ResultsPane />
      </SidePanel>
      <TimelinePane
        className="workspace__timeline"
        height={panels.timeline}
        onHeight={(timeline) => onPanels({ timeline })}
      />
    </>
  )
}
