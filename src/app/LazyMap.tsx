import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { onDemand } from '../ui/onDemand.tsx'
import type { Padding } from '../map/freeRoom.ts'
import { mirrored } from './panels.ts'
import { PanelBoundary } from './PanelBoundary.tsx'

const { Part: MapPanel } = onDemand(async () => (await import('../map/MapPanel.tsx')).MapPanel)

/**
 * The map, loaded after the rest of the page: it is the largest part, and the list works without it.
 * @param padding how far panels reach over the map on a left-to-right page
 * @param opensList whether a click on a cell with several incidents lists them
 * @param onAvailable told whether the map can be drawn
 */
export function LazyMap({
  padding,
  opensList,
  onAvailable,
}: {
  padding: Padding
  opensList: boolean
  onAvailable: (available: boolean) => void
}) {
  const { app } = useMessages()
  const isMirrored = directionOf(useLanguage()) === 'rtl'
  const free = isMirrored ? mirrored(padding) : padding
  return (
    <PanelBoundary panel={app.map} onFailure={() => onAvailable(false)} covered={free}>
      <MapPanel padding={free} opensList={opensList} onAvailable={onAvailable} />
    </PanelBoundary>
  )
}
