import { useCallback, useEffect, useRef, useState } from 'react'
import type { DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'
import { setDays } from '../view/acts.ts'
import { useView, useViewStore } from '../view/useView.ts'
import { act } from '../view/viewStore.ts'
import { closedRange } from './brushReducer.ts'
import { advance, startPlaying, type Playback, type Playing } from './playback.ts'
import type { Track } from './useTrack.ts'

type Settings = Pick<Playback, 'mode' | 'speed' | 'loop'>

export interface PlaybackControls {
  isPlaying: boolean
  /** Playing, or paused with its days still shown: there are days to return to. */
  isUnderWay: boolean
  settings: Settings
  change: (part: Partial<Settings>) => void
  play: () => void
  /** Keeps the days that it has come to. */
  pause: () => void
  /** Returns to the days that were chosen before. */
  stop: () => void
}

/**
 * Plays the days on the axis and returns to those that were chosen before when it is over. None of that is an entry of
 * the history: only days that it is paused at are, and Back leads to the chosen ones. Days that anything else chooses
 * in between, Back included, end it.
 */
export function usePlayback(track: Track | null): PlaybackControls {
  const store = useViewStore()
  const [settings, setSettings] = useState<Settings>({ mode: 'window', speed: 2, loop: false })
  const [run, setRun] = useState<Pick<Playback, 'limits' | 'unit'> | null>(null)
  const playing = useRef<Playing | null>(null)
  /** The days that were chosen when it began. */
  const [chosen, setChosen] = useState<DayRange | null>(null)
  const isUnderWay = useView(
    ({ filters: { days } }) => chosen !== null && isFrame(days, playing.current?.frame),
  )
  const daysNow = () => store.getState().view.filters.days
  const returnTo = useCallback(
    (days: DayRange) => {
      setRun(null)
      setChosen(null)
      act(store, setDays(days, 'replace'))
    },
    [store],
  )

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
    // The entry that was played over gets its days back; the frame is one of its own.
    act(store, setDays(chosen, 'replace'))
    act(store, setDays(days, 'push'))
  }

  useEffect(() => {
    if (!run || !chosen) return
    let last = performance.now()
    let request = requestAnimationFrame(function tick(now) {
      const step = playing.current && advance({ ...settings, ...run }, playing.current, now - last)
      if (!isFrame(store.getState().view.filters.days, playing.current?.frame)) {
        setRun(null)
        setChosen(null)
        return
      }
      if (!step) {
        returnTo(chosen)
        return
      }
      last = now
      const isMoved = step.frame !== playing.current?.frame
      playing.current = step
      if (isMoved) act(store, setDays({ ...step.frame }, 'replace'))
      request = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(request)
  }, [run, chosen, settings, store, returnTo])

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

function isFrame({ from, to }: DayRange, frame: DaySpan | undefined): boolean {
  return frame !== undefined && from === frame.from && to === frame.to
}

/** What the axis shows of the data, and the chosen days where they reach beyond it. */
function playedDays({ span, data }: Track, { from, to }: DayRange): DaySpan {
  return closedRange(
    { from: Math.min(span.from, from ?? span.from), to: Math.max(span.to, to ?? span.to) },
    data,
  )
}
