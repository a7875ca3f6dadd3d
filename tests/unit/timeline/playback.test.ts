import { describe, expect, it } from 'vitest'
import { advance, startPlaying, type Playback, type Playing } from '../../../src/timeline/playback.ts'
import { span } from './literalHistogram.ts'

const limits = span('2025-01-01', '2025-12-31')
const base: Playback = { mode: 'window', speed: 2, loop: false, unit: 'month', limits }

/** All frames until it is over, or `most` of them. */
function frames(playback: Playback, playing: Playing, most = 50) {
  const seen = [playing.frame]
  let now: Playing | undefined = playing
  while (seen.length < most && (now = advance(playback, { ...now, waited: 0 }, 500))) seen.push(now.frame)
  return seen
}

describe('playing', () => {
  it('moves a window of the chosen length through time, and stops at the end', () => {
    const all = frames(base, startPlaying(base, span('2025-10-01', '2025-10-31')))
    expect(all).toEqual([
      span('2025-10-01', '2025-10-31'),
      span('2025-10-31', '2025-11-30'),
      span('2025-12-01', '2025-12-31'),
    ])
  })

  it('grows from its first day', () => {
    const growing: Playback = { ...base, mode: 'cumulative', unit: 'quarter' }
    expect(frames(growing, startPlaying(growing, limits))).toEqual([
      span('2025-01-01', '2025-03-31'),
      span('2025-01-01', '2025-06-30'),
      span('2025-01-01', '2025-09-30'),
      limits,
    ])
  })

  it('starts from the first day if all days are chosen, or the chosen days reach the end', () => {
    const { frame } = startPlaying(base, limits)
    expect(frame).toEqual(span('2025-01-01', '2025-01-30'))
    expect(startPlaying(base, span('2025-12-01', '2025-12-31')).frame).toEqual(
      span('2025-01-01', '2025-01-31'),
    )
  })

  it('begins again in a loop', () => {
    const looping = { ...base, loop: true }
    const all = frames(looping, startPlaying(looping, span('2025-11-01', '2025-11-30')), 4)
    expect(all[1]).toEqual(span('2025-12-02', '2025-12-31'))
    expect(all[2]).toEqual(all[0])
  })

  it('waits until a step is due', () => {
    const start = startPlaying(base, limits)
    const soon = advance(base, start, 499)
    expect(soon?.frame).toBe(start.frame)
    expect(soon && advance(base, soon, 1)?.frame).toEqual(nextWindow())
  })

  it('makes one step only, however long the page was in the background', () => {
    const start = startPlaying(base, limits)
    expect(advance(base, start, 60_000)?.frame).toEqual(nextWindow())
  })

  it('keeps to its speed over many short frames', () => {
    let playing = startPlaying({ ...base, unit: 'day' }, limits)
    const first = playing.frame
    for (let frame = 0; frame < 60 * 3; frame += 1) {
      playing = advance({ ...base, unit: 'day' }, playing, 1000 / 60) ?? playing
    }
    const steps = playing.frame.to - first.to
    expect(steps).toBeGreaterThanOrEqual(5)
    expect(steps).toBeLessThanOrEqual(6)
  })
})

/** 1 to 30 January, one month on. */
function nextWindow() {
  return { from: limits.from + 28, to: span('2025-01-01', '2025-02-27').to }
}
