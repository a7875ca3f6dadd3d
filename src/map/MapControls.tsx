import { ArrowUp, Maximize, Minus, Plus } from 'lucide'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import { useResult } from '../answers/useResult.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { fitToResults, setMode } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { mapModes } from '../view/view.ts'
import { offered } from './basemaps/offered.ts'
import type { Padding } from './freeRoom.ts'
import { BasemapPart } from './laterBasemaps.ts'
import type { MapView } from './MapView.ts'
import { offersPacks } from './packChoice.ts'
import { ScaleBar } from './ScaleBar.tsx'

/** Buttons that zoom, show all results, and turn the map north up. */
export function ZoomControls({ view }: { view: MapView }) {
  const words = useMapTexts()
  const act = useAct()
  const isTurned = useView(({ camera }) => camera !== null && (camera.bearing !== 0 || camera.pitch !== 0))
  const extent = useResult(({ result }) => result?.extent ?? null)
  return (
    <div className="zoom-controls">
      <IconButton icon={Plus} name={words.zoomIn} onClick={() => view.zoomBy(1)} />
      <IconButton icon={Minus} name={words.zoomOut} onClick={() => view.zoomBy(-1)} />
      <IconButton
        icon={Maximize}
        name={words.fit}
        disabled={extent === null}
        onClick={() => {
          act(fitToResults)
          if (extent) view.fit(extent)
        }}
      />
      {isTurned && <IconButton icon={ArrowUp} name={words.level} onClick={() => view.level()} />}
    </div>
  )
}

/** The drawing mode, the choice of the basemap where there is one, and the scale bar. */
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
      {(offered.length > 0 || offersPacks) && <BasemapPart view={view} padding={padding} />}
      <ScaleBar />
    </div>
  )
}
