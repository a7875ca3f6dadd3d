import { useEffect, useRef, useState } from 'react'
import type { DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import { useLatest } from '../ui/useLatest.ts'
import { setDays } from '../view/acts.ts'
import { useView, useViewStore } from '../view/useView.ts'
import { act } from '../view/viewStore.ts'
import { closedRange } from './brushReducer.ts'
import { advance, startPlaying, type Playback, type Playing } from './playback.ts'
import type { Track } from './useTrack.ts'

type Settings = Pick<Playback, 'mode' | 'speed' | 'loop'>

/** The state of playback and what can be done with it. */
export interface PlaybackControls {
  isPlaying: boolean
  /** Playing, or paused with its days still chosen: `stop` can return to the days before. */
  isUnderWay: boolean
  settings: Settings
  change: (part: Partial<Settings>) => void
  play: () => void
  /** Keeps the days that it has come to, as a new history entry. */
  pause: () => void
  /** Returns to the days that were chosen before playing. */
  stop: () => void
}

/**
 * Plays the days on the axis, and returns to the days chosen before when it ends. Playing makes no history
 * entries, but pausing makes one: Back then leads to the days chosen before. It ends when anything else chooses
 * days, Back included.
 * @param track `null` while there is nothing to play
 */
export function usePlayback(track: Track | null): PlaybackControls {
  const store = useViewStore()
  const [settings, setSettings] = useState<Settings>({ mode: 'window', speed: 2, loop: false })
  const [run, setRun] = useState<Pick<Playback, 'limits' | 'unit'> | null>(null)
  const playing = useRef<Playing | null>(null)
  /** The days that were chosen when playing began; `null` when nothing is under way. */
  const [chosen, setChosen] = useState<DayRange | null>(null)
  const isUnderWay = useView(
    ({ filters: { days } }) => chosen !== null && isFrame(days, playing.current?.frame),
  )
  const daysNow = () => store.getState().view.filters.days
  const forget = () => {
    setRun(null)
    setChosen(null)
  }
  const returnTo = (days: DayRange) => {
    forget()
    act(store, setDays(days, 'replace'))
  }

  const play = () => {
    if (!track) return
    const days = daysNow()
    const limits = playedDays(track, isUnderWay && chosen ? chosen : days)
    if (!isUnderWay) {
      playing.current = startPlaying({ ...settings, limits, unit: track.unit }, closedRange(days, limits))
      setChosen(days)
      act(store, setDays({ ...playing.current.frame }, 'replace'))
    }
    setRun({ limits, unit: track.unit })
  }
  const pause = () => {
    if (!run || !chosen) return
    setRun(null)
    const days = daysNow()
    if (!isFrame(days, playing.current?.frame)) return
    // The present history entry gets its own days back, and the frame becomes an entry of its own.
    act(store, setDays(chosen, 'replace'))
    act(store, setDays(days, 'push'))
  }

  useFrames(run && chosen && { ...settings, ...run }, playing, {
    onLeft: forget,
    onOver: () => chosen && returnTo(chosen),
  })

  return {
    isPlaying: run !== null,
    isUnderWay,
    settings,
    change: (part) => setSettings((before) => ({ ...before, ...part })),
    play,
    pause,
    stop: () => isUnderWay && chosen && returnTo(chosen),
  }
}

/**
 * Advances in time with the screen, and shows each new step in the view.
 * @param playback `null` while nothing plays
 * @param playing where playing has come to; kept up to date
 * @param ends `onLeft`: other days were chosen meanwhile; `onOver`: the last step has been shown
 */
function useFrames(
  playback: Playback | null,
  playing: { current: Playing | null },
  ends: { onLeft: () => void; onOver: () => void },
): void {
  const store = useViewStore()
  const latest = useLatest({ playback, ...ends })
  const isPlaying = playback !== null
  useEffect(() => {
    if (!isPlaying) return
    let last = performance.now()
    let request = requestAnimationFrame(function tick(now) {
      const { playback: settings, onLeft, onOver } = latest.current
      if (!isFrame(store.getState().view.filters.days, playing.current?.frame)) {
        onLeft()
        return
      }
      const step = settings && playing.current && advance(settings, playing.current, now - last)
      if (!step) {
        onOver()
        return
      }
      last = now
      const isMoved = step.frame !== playing.current?.frame
      playing.current = step
      if (isMoved) act(store, setDays({ ...step.frame }, 'replace'))
      request = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(request)
  }, [isPlaying, latest, playing, store])
}

function isFrame({ from, to }: DayRange, frame: DaySpan | undefined): boolean {
  return frame !== undefined && from === frame.from && to === frame.to
}

/** The days to play: those on the axis, and the chosen ones if they reach beyond it. */
function playedDays({ span, data }: Track, { from, to }: DayRange): DaySpan {
  return closedRange(
    { from: Math.min(span.from, from ?? span.from), to: Math.max(span.to, to ?? span.to) },
    data,
  )
}
