import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
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
  const button = (name: string, path: string, onClick: () => void, isOut = false) => (
    // A disabled button would lose the focus, so it is only marked as disabled.
    <Button
      className="timeline__play"
      aria-label={name}
      title={name}
      aria-disabled={isOut || undefined}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d={path} />
      </svg>
    </Button>
  )
  return (
    <>
      {isPlaying
        ? button(words.pause, 'M3 2h3.5v12H3zM9.5 2H13v12H9.5z', pause)
        : button(words.play, 'M4 2l10 6-10 6z', play)}
      {button(words.stop, 'M3 3h10v10H3z', stop, !isUnderWay)}
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
