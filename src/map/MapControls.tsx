import { useMapTexts } from '../i18n/useMapTexts.ts'
import { useResult } from '../answers/useResult.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { fitToResults, setMode } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { mapModes } from '../view/view.ts'
import { offered } from './basemaps/offered.ts'
import type { Padding } from './freeRoom.ts'
import { BasemapPart } from './laterBasemaps.ts'
import type { MapView } from './MapView.ts'
import { ScaleBar } from './ScaleBar.tsx'

/** Buttons that zoom, show all results, and turn the map north up. */
export function ZoomControls({ view }: { view: MapView }) {
  const words = useMapTexts()
  const act = useAct()
  const isTurned = useView(({ camera }) => camera !== null && (camera.bearing !== 0 || camera.pitch !== 0))
  const extent = useResult(({ result }) => result?.extent ?? null)
  return (
    <div className="zoom-controls">
      <Button aria-label={words.zoomIn} title={words.zoomIn} onClick={() => view.zoomBy(1)}>
        <span aria-hidden="true">+</span>
      </Button>
      <Button aria-label={words.zoomOut} title={words.zoomOut} onClick={() => view.zoomBy(-1)}>
        <span aria-hidden="true">−</span>
      </Button>
      <Button
        aria-label={words.fit}
        title={words.fit}
        disabled={extent === null}
        onClick={() => {
          act(fitToResults)
          if (extent) view.fit(extent)
        }}
      >
        <span aria-hidden="true">⤢</span>
      </Button>
      {isTurned && (
        <Button aria-label={words.level} title={words.level} onClick={() => view.level()}>
          <span aria-hidden="true">↑</span>
        </Button>
      )}
    </div>
  )
}

/** The drawing mode, the basemap where the site offers several, and the scale bar. */
export function DrawingControls({ view, padding }: { view: MapView; padding: Padding }) {
  const words = useMapTexts()
  const act = useAct()
  const mode = useView(({ show }) => show)
  return (
    <div className="map-controls">
      <Select
        label={words.draw}
        value={mode}
        options={mapModes.map((id) => ({ value: id, text: words.modes[id] }))}
        onChange={(id) => act(setMode(id))}
      />
      {offered.length > 0 && <BasemapPart view={view} padding={padding} />}
      <ScaleBar />
    </div>
  )
}
