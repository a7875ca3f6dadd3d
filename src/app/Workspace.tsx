import { useEffect, useState } from 'react'
import { AddressEntry } from '../importing/AddressEntry.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { useScreen, useView } from '../view/useView.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { preloadLaterParts } from './laterParts.ts'
import { LazyMap } from './LazyMap.tsx'
import { Notices } from './Notices.tsx'
import { PhoneLayout } from './PhoneLayout.tsx'
import { coveredMap, panelSizes, type LayoutKind, type PanelState } from './panels.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useMedia } from '../ui/useMedia.ts'
import { useTextScale } from '../ui/useTextScale.ts'
import { WideLayout } from './WideLayout.tsx'
import './Workspace.css'

/** Not preloaded: a page is embedded from its first view on, or never. */
const { Part: EmbedLayout } = onDemand(async () => (await import('./EmbedLayout.tsx')).EmbedLayout)

interface Props {
  link: LinkReport
  onLinkRead: () => void
}

/** The whole page once a data set is open: the map fills it, and panels lie over the map. */
export function Workspace(notices: Props) {
  const scale = useTextScale()
  const isRoomy = useMedia(`(min-width: ${1100 * scale}px)`)
  const isNarrow = useMedia(`(max-width: ${1024 * scale - 1}px)`)
  const isPhone = useMedia(`(max-width: ${768 * scale - 1}px)`)
  const embed = useView((view) => view.embed)
  const [panels, setPanels] = useState<PanelState>({
    filters: isRoomy,
    results: true,
    sheet: 'closed',
    searching: false,
  })
  const [hasMap, setHasMap] = useState(true)
  const layout: LayoutKind = embed ? 'embed' : isPhone ? 'phone' : 'wide'
  const incident = useView((view) => view.incident)
  useDocumentTitle()
  const selectedCell = useScreen((screen) => screen.selectedCell)
  const [shown, setShown] = useState({ incident: null as string | null, selectedCell, hasMap: true })
  // An incident that opens, a cell whose incidents are listed, or the loss of the map opens the results.
  if (shown.incident !== incident || shown.selectedCell !== selectedCell || shown.hasMap !== hasMap) {
    setShown({ incident, selectedCell, hasMap })
    if (incident !== null || selectedCell !== null || !hasMap)
      setPanels((before) => ({ ...before, results: true, sheet: 'list' }))
  }
  useEffect(() => {
    // Safari has no requestIdleCallback; a second after the first view the network is usually idle.
    const timer = setTimeout(preloadLaterParts, 1000)
    return () => clearTimeout(timer)
  }, [])
  const change = (part: Partial<PanelState>) =>
    setPanels((before) => ({ ...before, searching: false, ...part }))
  const hasSearch = layout === 'wide' ? panels.filters : panels.sheet === 'filters'
  // While the search is visible, it handles the key itself.
  useShortcuts(
    { '/': () => change({ filters: true, sheet: 'filters', searching: true }) },
    !embed && !hasSearch,
  )
  const sizes = `${isNarrow ? ' workspace--narrow' : ''}${scale > 1.2 ? ' workspace--large-text' : ''}`
  return (
    <div className={`workspace workspace--${layout}${sizes}`} style={panelSizes}>
      <div className="workspace__map">
        <LazyMap
          padding={coveredMap(layout, panels, incident !== null, window.innerHeight, scale)}
          opensList={layout === 'phone'}
          onAvailable={setHasMap}
        />
      </div>
      {layout === 'embed' && <EmbedLayout />}
      {layout === 'wide' && <WideLayout panels={panels} onPanels={change} />}
      {layout === 'phone' && <PhoneLayout panels={panels} onPanels={change} />}
      <AddressEntry />
      <Notices {...notices} />
    </div>
  )
}
