import { useEffect, useState } from 'react'
import { AddressEntry } from '../importing/AddressEntry.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { useView } from '../view/useView.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { preloadLaterParts } from './laterParts.ts'
import { LazyMap } from './LazyMap.tsx'
import { Notices } from './Notices.tsx'
import { PhoneLayout } from './PhoneLayout.tsx'
import { coveredMap, panelSizes, type LayoutKind, type Surroundings } from './panels.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useMedia } from '../ui/useMedia.ts'
import { useTextScale } from '../ui/useTextScale.ts'
import { usePanels } from './usePanels.ts'
import { WideLayout } from './WideLayout.tsx'
import './Workspace.css'

/** Not preloaded: a page is embedded from its first view on, or never. */
const { Part: EmbedLayout } = onDemand(async () => (await import('./EmbedLayout.tsx')).EmbedLayout)

interface Props {
  link: LinkReport
  onLinkRead: () => void
}

/** Least width of the page, in CSS pixels at the usual size of text, that leaves half of it to the map beside filters. */
const ROOMY = 1600

/** The whole page once a data set is open: the map fills it, and panels lie over the map. */
export function Workspace(notices: Props) {
  const scale = useTextScale()
  const isRoomy = useMedia(`(min-width: ${ROOMY * scale}px)`)
  const isNarrow = useMedia(`(max-width: ${1200 * scale - 1}px)`)
  const isPhone = useMedia(`(max-width: ${768 * scale - 1}px)`)
  const embed = useView((view) => view.embed)
  const isIncidentOpen = useView((view) => view.incident !== null)
  const [hasMap, setHasMap] = useState(true)
  const [foot, setFoot] = useState<number | null>(null)
  const layout: LayoutKind = embed ? 'embed' : isPhone ? 'phone' : 'wide'
  const { panels, change } = usePanels(layout, isRoomy, hasMap)
  useDocumentTitle()
  useEffect(() => {
    // Safari has no requestIdleCallback; a second after the first view the network is usually idle.
    const timer = setTimeout(preloadLaterParts, 1000)
    return () => clearTimeout(timer)
  }, [])
  const page = { width: window.innerWidth, height: window.innerHeight }
  const around: Surroundings = { layout, isNarrow, isIncidentOpen, page, scale, foot }
  const sizes = `${isNarrow ? ' workspace--narrow' : ''}${scale > 1.2 ? ' workspace--large-text' : ''}`
  return (
    <div className={`workspace workspace--${layout}${sizes}`} style={panelSizes(panels, around)}>
      <div className="workspace__map">
        <LazyMap
          padding={coveredMap(panels, around)}
          opensList={layout === 'phone'}
          onAvailable={setHasMap}
        />
      </div>
      {layout === 'embed' && <EmbedLayout />}
      {layout === 'wide' && <WideLayout panels={panels} onPanels={change} />}
      {layout === 'phone' && <PhoneLayout panels={panels} onPanels={change} onFoot={setFoot} />}
      <AddressEntry />
      <Notices {...notices} />
    </div>
  )
}
