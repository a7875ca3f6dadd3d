import { useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { CountAxis } from './CountAxis.tsx'
import { ControlsDialog } from './laterControls.ts'
import { DateFields } from './DateFields.tsx'
import { HiddenBeyond } from './HiddenBeyond.tsx'
import { PlayButtons, PlaybackSettings } from './PlaybackButtons.tsx'
import { Presets } from './Presets.tsx'
import { RangeText } from './RangeText.tsx'
import { TimeTrack } from './TimeTrack.tsx'
import { usePlayback } from './usePlayback.ts'
import { useTrack, useWidth } from './useTrack.ts'
import { ZoomButtons } from './ZoomButtons.tsx'
import { useTextScale } from '../ui/useTextScale.ts'
import './TimelinePanel.css'

/**
 * Least width, in CSS pixels at the usual size of text, at which the head has room for all controls, and for
 * presets and zoom.
 */
const ROOMY = 1_250
const MEDIUM = 760

/** Incidents over time, and the choice of days. Fills its container. */
export function TimelinePanel() {
  const { timeline: words } = useMessages()
  const [panel, setPanel] = useState<HTMLDivElement | null>(null)
  const width = useWidth(panel)
  const [trackElement, setTrackElement] = useState<HTMLDivElement | null>(null)
  const track = useTrack(useWidth(trackElement))
  const playback = usePlayback(track)
  const [isOpen, setOpen] = useState(false)
  const scale = useTextScale()
  const isRoomy = width >= ROOMY * scale
  const isMedium = width >= MEDIUM * scale
  return (
    <div ref={setPanel} className={`timeline${isMedium ? '' : ' timeline--slim'}`}>
      <div className="timeline__head">
        <RangeText />
        {track && <HiddenBeyond track={track} isSlim={!isMedium} />}
        {track && isMedium && <Presets data={track.data} />}
        {track && isRoomy && <DateFields data={track.data} />}
        {track && (
          <div className="timeline__player">
            <PlayButtons playback={playback} />
            {isRoomy && <PlaybackSettings playback={playback} />}
          </div>
        )}
        {track && !isRoomy && (
          <Button className="timeline__more" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {words.controls}
          </Button>
        )}
        {track && isMedium && <ZoomButtons track={track} />}
      </div>
      {/** Time runs from left to right in every language. */}
      <div className="timeline__body" dir="ltr">
        <CountAxis />
        <div ref={setTrackElement} className="timeline__track">
          {track && trackElement && (
            <TimeTrack track={track} element={trackElement} onTouched={playback.pause} />
          )}
        </div>
      </div>
      {isOpen && track && !isRoomy && (
        <ControlsDialog track={track} playback={playback} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}
