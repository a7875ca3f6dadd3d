import { lazy, Suspense, useState } from 'react'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { mirrored, type Padding } from './panels.ts'
import { PanelBoundary } from './PanelBoundary.tsx'
import { site } from './site.ts'

/** Each asking loads anew: what failed once may come now. */
const loadMap = () => lazy(async () => ({ default: (await import('../map/MapPanel.tsx')).MapPanel }))

/** The map, loaded after the shell can be read: it is the heaviest part, and the list can do without it. */
export function LazyMap({
  padding,
  onAvailable,
}: {
  padding: Padding
  onAvailable: (available: boolean) => void
}) {
  const { app } = useMessages()
  const isMirrored = directionOf(useLanguage()) === 'rtl'
  const [MapPanel, setMapPanel] = useState(loadMap)
  return (
    <PanelBoundary panel={app.map} onFailure={() => onAvailable(false)} onRetry={() => setMapPanel(loadMap)}>
      <Suspense fallback={null}>
        <MapPanel
          padding={isMirrored ? mirrored(padding) : padding}
          detailedBasemap={site.detailedBasemap}
          onAvailable={onAvailable}
        />
      </Suspense>
    </PanelBoundary>
  )
}
