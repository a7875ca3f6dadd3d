import { Pause, Play, Square } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { playbackModes, speeds } from './playback.ts'
import type { PlaybackControls } from './usePlayback.ts'

/** Play or pause, and stop, which returns to the days chosen before. */
export function PlayButtons({
  playback: { isPlaying, isUnderWay, play, pause, stop },
}: {
  playback: PlaybackControls
}) {
  const { timeline: words } = useMessages()
  return (
    <>
      <IconButton
        icon={isPlaying ? Pause : Play}
        name={isPlaying ? words.pause : words.play}
        onClick={isPlaying ? pause : play}
      />
      {/** A disabled button would lose the focus, so it is only marked as disabled. */}
      <IconButton icon={Square} name={words.stop} aria-disabled={!isUnderWay || undefined} onClick={stop} />
    </>
  )
}

/** The mode, the speed, and whether it loops. */
export function PlaybackSettings({ playback: { settings, change } }: { playback: PlaybackControls }) {
  const { timeline: words } = useMessages()
  return (
    <div className="timeline__settings" role="group" aria-label={words.playback}>
      <Select
        label={words.mode}
        value={settings.mode}
        options={playbackModes.map((mode) => ({ value: mode, text: words.modes[mode] }))}
        onChange={(mode) => change({ mode })}
      />
      <Select
        label={words.speed}
        value={String(settings.speed)}
        options={speeds.map((speed) => ({ value: String(speed), text: words.stepsPerSecond(speed) }))}
        onChange={(text) => {
          const speed = speeds.find((each) => String(each) === text)
          if (speed) change({ speed })
        }}
      />
      <label className="timeline__loop">
        <input
          type="checkbox"
          checked={settings.loop}
          onChange={(event) => change({ loop: event.target.checked })}
        />
        <span>{words.loop}</span>
      </label>
    </div>
  )
}
