import { useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Controls } from './Controls.tsx'
import { RangeText } from './RangeText.tsx'
import { TimeTrack } from './TimeTrack.tsx'
import { usePlayback } from './usePlayback.ts'
import { useTrack, useWidth } from './useTrack.ts'
import { ZoomButtons } from './ZoomButtons.tsx'
import './TimelinePanel.css'

/** Narrower than this, presets, dates and playback stand in a dialog. */
const ROOMY = 900

/** Incidents over time, and the choice of days. */
export function TimelinePanel() {
  const { timeline: words } = useMessages()
  const [panel, setPanel] = useState<HTMLDivElement | null>(null)
  const width = useWidth(panel)
  const [trackElement, setTrackElement] = useState<HTMLDivElement | null>(null)
  const track = useTrack(useWidth(trackElement))
  const playback = usePlayback(track?.data ?? null)
  const [isOpen, setOpen] = useState(false)
  const isRoomy = width >= ROOMY
  return (
    <div ref={setPanel} className={`timeline${isRoomy ? '' : ' timeline--slim'}`}>
      <div className="timeline__head">
        <RangeText isPlaying={playback.isPlaying} />
        {track && isRoomy && <Controls data={track.data} playback={playback} />}
        {!isRoomy && (
          <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {words.controls}
          </Button>
        )}
        {track && <ZoomButtons track={track} />}
      </div>
      {/* Time runs from left to right in every language. */}
      <div ref={setTrackElement} className="timeline__track" dir="ltr">
        {track && trackElement && (
          <TimeTrack track={track} element={trackElement} onTouched={playback.pause} />
        )}
      </div>
      {isOpen && track && (
        <Dialog title={words.controls} onClose={() => setOpen(false)}>
          <div className="timeline__dialog">
            <Controls data={track.data} playback={playback} />
          </div>
        </Dialog>
      )}
    </div>
  )
}
