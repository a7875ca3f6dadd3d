import { useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Credits } from './Credits.tsx'
import { DrawingControls, ZoomControls } from './MapControls.tsx'
import { MapTooltip } from './MapTooltip.tsx'
import type { Padding } from './freeRoom.ts'
import { useMapView } from './useMapView.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import { Undrawn } from './Undrawn.tsx'
import './MapPanel.css'

/**
 * The map with its controls, notes and tooltip. If it cannot be drawn it says so, and `onAvailable(false)` lets
 * the list take over.
 */
export function MapPanel({
  padding,
  opensList,
  onAvailable,
}: {
  /** How far panels reach over the map. */
  padding: Padding
  /** Whether a click on a cell with several incidents lists them, instead of zooming in. */
  opensList: boolean
  onAvailable: (available: boolean) => void
}) {
  const { app, common } = useMessages()
  const words = useMapTexts()
  const [container, setContainer] = useState<HTMLDivElement | null>(null)
  const { view, pointed, state, basemapFailed, retry } = useMapView(
    container,
    padding,
    opensList,
    onAvailable,
  )
  const inset = { paddingBlockEnd: padding.bottom, paddingLeft: padding.left, paddingRight: padding.right }
  return (
    <section className="map-panel" aria-label={app.map}>
      {/** The map is the same in every writing direction. */}
      <div key={state.attempt} ref={setContainer} className="map-panel__canvas" dir="ltr" />
      {state.kind !== 'drawn' && (
        <div className="map-panel__message" style={inset}>
          <Notice
            kind="warn"
            title={state.kind === 'lost' ? words.lostTitle : words.noWebglTitle}
            actions={<Button onClick={retry}>{common.retry}</Button>}
          >
            {state.kind === 'lost' ? words.lostText : words.noWebglText}
          </Notice>
        </div>
      )}
      {pointed && <MapTooltip pointed={pointed} padding={padding} opensList={opensList} />}
      {view && (
        <div className="map-panel__edge" style={{ ...inset, paddingBlockStart: padding.top }}>
          <ZoomControls view={view} />
          <div className="map-panel__corner">
            <DrawingControls view={view} padding={padding} />
            <div className="map-panel__notes">
              {basemapFailed && <p className="map-panel__note">{words.basemapFailed}</p>}
              <Undrawn />
              <Credits />
            </div>
          </div>
        </div>
      )}
    </section>
  )
}
