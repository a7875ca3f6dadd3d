import { useEffect, useId, useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { formatIsoDay, parseDay, type DaySpan } from '../incidents/day.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { setDays } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { playbackModes, speeds } from './playback.ts'
import { presetRange, presets } from './presets.ts'
import type { PlaybackControls } from './usePlayback.ts'

/** Presets, exact dates, playback. */
export function Controls({ data, playback }: { data: DaySpan; playback: PlaybackControls }) {
  return (
    <>
      <PresetButtons data={data} />
      <DateFields data={data} />
      <PlaybackButtons playback={playback} />
    </>
  )
}

function PresetButtons({ data }: { data: DaySpan }) {
  const { timeline: words } = useMessages()
  const act = useAct()
  const days = useView((view) => view.filters.days)
  return (
    <div className="timeline__presets" role="group" aria-label={words.presets} title={words.presets}>
      {presets.map((preset) => {
        const range = presetRange(preset, data)
        return (
          <Button
            key={preset}
            aria-pressed={days.from === range.from && days.to === range.to}
            onClick={() => act(setDays(range, 'push'))}
          >
            {words.preset[preset]}
          </Button>
        )
      })}
    </div>
  )
}

/** The platform's own date fields; an empty one leaves its end open. */
function DateFields({ data }: { data: DaySpan }) {
  const { timeline: words } = useMessages()
  const act = useAct()
  const note = useId()
  const days = useView((view) => view.filters.days)
  const [typed, setTyped] = useState({ from: textOf(days.from), to: textOf(days.to) })
  useEffect(() => setTyped({ from: textOf(days.from), to: textOf(days.to) }), [days])
  const isBad = typed.from !== '' && typed.to !== '' && typed.from > typed.to
  const change = (end: 'from' | 'to', text: string) => {
    const next = { ...typed, [end]: text }
    setTyped(next)
    const from = next.from === '' ? null : parseDay(next.from)
    const to = next.to === '' ? null : parseDay(next.to)
    if (from === undefined || to === undefined || (from !== null && to !== null && from > to)) return
    act(setDays({ from, to }, 'push'))
  }
  const field = (end: 'from' | 'to', label: string) => (
    <label>
      <span>{label}</span>
      <input
        type="date"
        value={typed[end]}
        min={formatIsoDay(data.from)}
        max={formatIsoDay(data.to)}
        aria-invalid={isBad}
        aria-describedby={isBad ? note : undefined}
        onChange={(event) => change(end, event.target.value)}
      />
    </label>
  )
  return (
    <div className="timeline__dates">
      {field('from', words.from)}
      {field('to', words.to)}
      {isBad && (
        <p id={note} role="alert" className="timeline__bad">
          {words.badDate}
        </p>
      )}
    </div>
  )
}

function textOf(day: number | null): string {
  return day === null ? '' : formatIsoDay(day)
}

function PlaybackButtons({ playback }: { playback: PlaybackControls }) {
  const { timeline: words } = useMessages()
  const { isPlaying, settings, change, play, pause } = playback
  return (
    <div className="timeline__playback" role="group" aria-label={words.mode}>
      <Button onClick={isPlaying ? pause : play}>
        <span aria-hidden="true">{isPlaying ? '❚❚' : '▶'}</span> {isPlaying ? words.pause : words.play}
      </Button>
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
        {words.loop}
      </label>
    </div>
  )
}
