import { useEffect, useState } from 'react'
import { useView } from '../view/useView.ts'
import type { FragmentProblem } from '../view/url/field.ts'
import type { NewerOffer } from './DatasetGate.tsx'
import { EmbedLayout } from './EmbedLayout.tsx'
import { preloadLaterParts } from './laterParts.ts'
import { LazyMap } from './LazyMap.tsx'
import { Notices } from './Notices.tsx'
import { PhoneLayout } from './PhoneLayout.tsx'
import { coveredMap, type LayoutKind, type PanelState } from './panels.ts'
import { useMedia } from './useMedia.ts'
import { useTextScale } from '../ui/useTextScale.ts'
import { WideLayout } from './WideLayout.tsx'
import './Workspace.css'

interface Props {
  problems: readonly FragmentProblem[]
  onProblemsRead: () => void
  newer: NewerOffer | null
}

/** The dashboard over an open data set: the map is the page, and panels stand over it as there is room. */
export function Workspace(notices: Props) {
  const scale = useTextScale()
  const isRoomy = useMedia(`(min-width: ${1100 * scale}px)`)
  const isNarrow = useMedia(`(max-width: ${1024 * scale - 1}px)`)
  const isPhone = useMedia(`(max-width: ${768 * scale - 1}px)`)
  const embed = useView((view) => view.embed)
  const [panels, setPanels] = useState<PanelState>({ filters: isRoomy, results: true, sheet: 'closed' })
  const [hasMap, setHasMap] = useState(true)
  const layout: LayoutKind = embed ? 'embed' : isPhone ? 'phone' : 'wide'
  const incident = useView((view) => view.incident)
  const [shown, setShown] = useState({ incident: null as string | null, hasMap: true })
  // What is opened, or the loss of the map, brings out the results; the user puts them away.
  if (shown.incident !== incident || shown.hasMap !== hasMap) {
    setShown({ incident, hasMap })
    if (incident !== null || !hasMap) setPanels((before) => ({ ...before, results: true, sheet: 'list' }))
  }
  useEffect(() => {
    // Safari knows no idle time; a second after the first view the network is as good as idle.
    const timer = setTimeout(preloadLaterParts, 1000)
    return () => clearTimeout(timer)
  }, [])
  const change = (part: Partial<PanelState>) => setPanels((before) => ({ ...before, ...part }))
  const sizes = `${isNarrow ? ' workspace--narrow' : ''}${scale > 1.2 ? ' workspace--large-text' : ''}`
  return (
    <div className={`workspace workspace--${layout}${sizes}`}>
      <div className="workspace__map">
        <LazyMap padding={coveredMap(layout, panels, window.innerHeight, scale)} onAvailable={setHasMap} />
      </div>
      {layout === 'embed' && <EmbedLayout />}
      {layout === 'wide' && <WideLayout panels={panels} onPanels={change} />}
      {layout === 'phone' && <PhoneLayout panels={panels} onPanels={change} />}
      <Notices {...notices} />
    </div>
  )
}
