import { useCallback, useEffect, useRef, useState } from 'react'
import type { DaySpan } from '../incidents/day.ts'
import { setDays } from '../view/acts.ts'
import { act } from '../view/viewStore.ts'
import { useViewStore } from '../view/useView.ts'
import { closedRange } from './brush.ts'
import { firstFrame, nextFrame, type Playback } from './playback.ts'

type Settings = Pick<Playback, 'mode' | 'speed' | 'loop'>

export interface PlaybackControls {
  isPlaying: boolean
  settings: Settings
  change: (part: Partial<Settings>) => void
  play: () => void
  pause: () => void
}

/** Plays the days of the data: its start is one entry of the history, its steps are none. */
export function usePlayback(data: DaySpan | null): PlaybackControls {
  const store = useViewStore()
  const [settings, setSettings] = useState<Settings>({ mode: 'window', speed: 2, loop: false })
  const [isPlaying, setPlaying] = useState(false)
  const first = useRef<DaySpan | null>(null)
  const frame = useRef<DaySpan | null>(null)

  const playbackNow = useCallback((): Playback | null => {
    const unit = store.getState().screen.timeline?.unit ?? 'day'
    return data && { ...settings, unit, limits: data }
  }, [store, settings, data])

  const play = () => {
    const playback = playbackNow()
    if (!playback) return
    const { days } = store.getState().view.filters
    const start = firstFrame(playback, closedRange(days, playback.limits))
    first.current = start
    frame.current = start
    act(store, setDays(start, 'push'))
    setPlaying(true)
  }

  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      const playback = playbackNow()
      if (!playback || !frame.current || !first.current) return
      const next = nextFrame(playback, frame.current, first.current)
      if (!next) {
        setPlaying(false)
        return
      }
      frame.current = next
      act(store, setDays(next, 'replace'))
    }, 1000 / settings.speed)
    return () => clearInterval(timer)
  }, [isPlaying, settings.speed, playbackNow, store])

  return {
    isPlaying,
    settings,
    change: (part) => setSettings((before) => ({ ...before, ...part })),
    play,
    pause: useCallback(() => setPlaying(false), []),
  }
}
