import { useState } from 'react'
import { SlidersHorizontal } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CountAxis } from './CountAxis.tsx'
import { ControlsDialog, DateFields } from './laterControls.ts'
import { HeightButtons } from './HeightButtons.tsx'
import { HiddenBeyond } from './HiddenBeyond.tsx'
import { PlayButtons, PlaybackSettings } from './PlaybackButtons.tsx'
import { Presets } from './Presets.tsx'
import { RangeText } from './RangeText.tsx'
import type { TimelineHeight } from './timelineHeight.ts'
import { TimeTrack } from './TimeTrack.tsx'
import { UncertainKey } from './UncertainKey.tsx'
import { usePlayback, type PlaybackControls } from './usePlayback.ts'
import { useTrack, useWidth, type Track } from './useTrack.ts'
import { ZoomButtons } from './ZoomButtons.tsx'
import { useTextScale } from '../ui/useTextScale.ts'
import './TimelinePanel.css'

/**
 * Least width, in CSS pixels at the usual size of text, at which the head has room for all controls; for what hatching
 * means in words beside the dates; for the dates; for these words without the dates; and for presets and zoom.
 */
const WHOLE = 1_560
const WORDY = 1_360
const ROOMY = 1_280
const WORDY_WITHOUT_DATES = 1_000
const MEDIUM = 910

interface Room {
  isWhole: boolean
  isRoomy: boolean
  isWordy: boolean
  isMedium: boolean
}

/**
 * Incidents over time, and the choice of days. Fills its container.
 * @param onHeight called when the user asks for another height; without it the buttons for that are missing
 */
export function TimelinePanel({
  height = 'usual',
  onHeight,
}: {
  height?: TimelineHeight
  onHeight?: ((height: TimelineHeight) => void) | undefined
}) {
  const [panel, setPanel] = useState<HTMLDivElement | null>(null)
  const width = useWidth(panel)
  const [trackElement, setTrackElement] = useState<HTMLDivElement | null>(null)
  const track = useTrack(useWidth(trackElement))
  const playback = usePlayback(track)
  const scale = useTextScale()
  const isLine = height === 'line'
  const isRoomy = !isLine && width >= ROOMY * scale
  const room = {
    isWhole: !isLine && width >= WHOLE * scale,
    isRoomy,
    isWordy: width >= (isRoomy ? WORDY : WORDY_WITHOUT_DATES) * scale,
    isMedium: !isLine && width >= MEDIUM * scale,
  }
  const shape = isLine ? ' timeline--line' : room.isMedium ? '' : ' timeline--slim'
  return (
    <div ref={setPanel} className={`timeline${shape}`}>
      <div className="timeline__head">
        <RangeText />
        {track && <HeadControls track={track} playback={playback} room={room} isLine={isLine} />}
        {!isLine && onHeight && <HeightButtons height={height} onHeight={onHeight} />}
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
      {isLine && onHeight && <HeightButtons height={height} onHeight={onHeight} />}
    </div>
  )
}

/** The controls that the head has room for; the others are in a dialog. */
function HeadControls({
  track,
  playback,
  room: { isWhole, isRoomy, isWordy, isMedium },
  isLine,
}: {
  track: Track
  playback: PlaybackControls
  room: Room
  isLine: boolean
}) {
  const { timeline: words } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const open = { 'aria-haspopup': 'dialog', onClick: () => setOpen(true) } as const
  return (
    <>
      {!isLine && <HiddenBeyond track={track} isSlim={!isMedium} />}
      {isMedium && <UncertainKey isWordy={isWordy} />}
      {isMedium && <Presets data={track.data} />}
      {isRoomy && (
        <div className="timeline__dates-room">
          <DateFields data={track.data} />
        </div>
      )}
      <div className="timeline__player">
        <PlayButtons playback={playback} />
        {isWhole && <PlaybackSettings playback={playback} />}
        {isMedium && !isWhole && <IconButton icon={SlidersHorizontal} name={words.controls} {...open} />}
      </div>
      {!isMedium && !isLine && (
        <Button className="timeline__more" {...open}>
          {words.controls}
        </Button>
      )}
      {isMedium && <ZoomButtons track={track} />}
      {isOpen && !isWhole && !isLine && (
        <ControlsDialog track={track} playback={playback} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
