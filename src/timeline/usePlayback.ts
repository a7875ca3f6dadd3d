import { useCallback, useEffect, useRef, useState } from 'react'
import type { DaySpan } from '../incidents/day.ts'
import { setDays } from '../view/acts.ts'
import { useViewStore } from '../view/useView.ts'
import { act } from '../view/viewStore.ts'
import { closedRange } from './brushReducer.ts'
import { advance, startPlaying, type Playback, type Playing } from './playback.ts'
import type { Track } from './useTrack.ts'

type Settings = Pick<Playback, 'mode' | 'speed' | 'loop'>

export interface PlaybackControls {
  isPlaying: boolean
  settings: Settings
  change: (part: Partial<Settings>) => void
  play: () => void
  pause: () => void
}

/**
 * Plays the days on the axis: its start is one entry of the history, its steps are none. Days that anything else
 * chooses in between, Back included, pause it.
 */
export function usePlayback(track: Track | null): PlaybackControls {
  const store = useViewStore()
  const [settings, setSettings] = useState<Settings>({ mode: 'window', speed: 2, loop: false })
  const [run, setRun] = useState<Pick<Playback, 'limits' | 'unit'> | null>(null)
  const playing = useRef<Playing | null>(null)

  const play = () => {
    if (!track) return
    const { days } = store.getState().view.filters
    const limits = playedDays(track, days)
    const start = startPlaying({ ...settings, limits, unit: track.unit }, closedRange(days, limits))
    playing.current = start
    act(store, setDays({ ...start.frame }, 'push'))
    setRun({ limits, unit: track.unit })
  }

  useEffect(() => {
    if (!run) return
    let last = performance.now()
    let request = requestAnimationFrame(function tick(now) {
      const step = playing.current && advance({ ...settings, ...run }, playing.current, now - last)
      const { days } = store.getState().view.filters
      const isOurs = days.from === playing.current?.frame.from && days.to === playing.current.frame.to
      if (!step || !isOurs) {
        setRun(null)
        return
      }
      last = now
      if (step.frame !== playing.current?.frame) act(store, setDays({ ...step.frame }, 'replace'))
      playing.current = step
      request = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(request)
  }, [run, settings, store])

  return {
    isPlaying: run !== null,
    settings,
    change: (part) => setSettings((before) => ({ ...before, ...part })),
    play,
    pause: useCallback(() => setRun(null), []),
  }
}

/** What the axis shows of the data, and the chosen days where they reach beyond it. */
function playedDays(
  { span, data }: Track,
  { from, to }: { from: number | null; to: number | null },
): DaySpan {
  return closedRange(
    { from: Math.min(span.from, from ?? span.from), to: Math.max(span.to, to ?? span.to) },
    data,
  )
}
