import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DateFields } from './DateFields.tsx'
import { PlaybackSettings } from './PlaybackButtons.tsx'
import { Presets } from './Presets.tsx'
import type { PlaybackControls } from './usePlayback.ts'
import type { Track } from './useTrack.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

/**
 * The controls that a narrow timeline has no room for. Playing closes the dialog, as it would cover what plays.
 */
export function ControlsDialog({
  track,
  playback,
  onClose,
}: {
  track: Track
  playback: PlaybackControls
  onClose: () => void
}) {
  const { timeline: words } = useMessages()
  const play = () => {
    onClose()
    playback.play()
  }
  return (
    <Dialog title={words.controls} onClose={onClose}>
      <div className="timeline__dialog">
        <Presets data={track.data} />
        <DateFields data={track.data} />
        <div className="timeline__player">
          <Button kind="primary" onClick={play}>
            {words.play}
          </Button>
          <PlaybackSettings playback={playback} />
        </div>
        <ZoomButtons track={track} />
      </div>
    </Dialog>
  )
}
