import { useState } from 'react'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { useScreen, useView } from '../view/useView.ts'
import type { LayoutKind, PanelState } from './panels.ts'
import { readPanels, rememberPanels } from './rememberedPanels.ts'

/** The panels, and what the user and the page do to them. */
export interface Panels {
  panels: PanelState
  /** A change by the user; those of the panels beside and below the map are remembered. */
  change: (part: Partial<PanelState>) => void
}

/**
 * Which panels are open: as they were left on this device, else the filters where there is room. The keys `f`, `l` and
 * `t` open and close filters, list and timeline, and `/` leads to the search of a phone.
 * @param isRoomy whether the filters are open where nothing is remembered
 * @param hasMap whether the map can be drawn; where it cannot, the list is open
 */
export function usePanels(layout: LayoutKind, isRoomy: boolean, hasMap: boolean): Panels {
  const [panels, setPanels] = useState<PanelState>(() => ({
    filters: isRoomy,
    results: true,
    timeline: 'usual',
    sheet: 'closed',
    searching: false,
    ...readPanels(),
  }))
  const incident = useView((view) => view.incident)
  const selectedCell = useScreen((screen) => screen.selectedCell)
  const [shown, setShown] = useState({ incident: null as string | null, selectedCell, hasMap: true })
  // An incident that opens, a cell whose incidents are listed, or the loss of the map opens the results.
  if (shown.incident !== incident || shown.selectedCell !== selectedCell || shown.hasMap !== hasMap) {
    setShown({ incident, selectedCell, hasMap })
    if (incident !== null || selectedCell !== null || !hasMap)
      setPanels((before) => ({ ...before, results: true, sheet: 'list' }))
  }
  const change = (part: Partial<PanelState>) => {
    const { filters, results, timeline } = part
    rememberPanels({
      ...(filters !== undefined && { filters }),
      ...(results !== undefined && { results }),
      ...(timeline !== undefined && { timeline }),
    })
    setPanels((before) => ({ ...before, searching: false, ...part }))
  }
  useShortcuts(
    {
      f: () => change({ filters: !panels.filters }),
      l: () => change({ results: !panels.results }),
      t: () => change({ timeline: panels.timeline === 'line' ? 'usual' : 'line' }),
    },
    layout === 'wide',
  )
  // Where the search is on the page, it handles the key itself.
  useShortcuts(
    { '/': () => change({ sheet: 'filters', searching: true }) },
    layout === 'phone' && panels.sheet !== 'filters',
  )
  return { panels, change }
}
