import { assert, double, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  axisLimits,
  dayAt,
  daysIn,
  momentAt,
  panSpan,
  pinchSpan,
  pixelOf,
  spanShowing,
  ticksOf,
  unitFor,
  zoomSpan,
} from '../../../src/timeline/timeScale.ts'
import { day, span } from './literalHistogram.ts'

const year = span('2025-01-01', '2025-12-31')

describe('the scale of time', () => {
  it('gives each day the same width, and finds the day under each of its pixels', () => {
    const spans = tuple(integer({ min: -700_000, max: 2_900_000 }), integer({ min: 7, max: 9_000 }))
    assert(
      property(
        spans,
        integer({ min: 300, max: 4_000 }),
        double({ min: 0, max: 0.999, noNaN: true }),
        (s, width, part) => {
          const shown = { from: s[0], to: s[0] + s[1] - 1 }
          const at = shown.from + Math.floor(part * s[1])
          expect(dayAt(pixelOf(at + 0.5, shown, width), shown, width)).toBe(at)
        },
      ),
    )
  })

  it('gives a day within the span for any pixel', () => {
    expect(dayAt(-50, year, 730)).toBe(year.from)
    expect(dayAt(10_000, year, 730)).toBe(year.to)
  })

  it.each([
    [span('2025-01-01', '2025-02-28'), 390, 'day'],
    [year, 1_400, 'week'],
    [span('2016-01-01', '2025-12-31'), 1_400, 'month'],
    [span('2000-01-01', '2025-12-31'), 1_400, 'quarter'],
    [span('1900-01-01', '2025-12-31'), 1_400, 'year'],
    [span('0001-01-01', '2025-12-31'), 1_400, 'year'],
  ] as const)('chooses bins that can be seen (%#)', (shown, width, unit) => {
    expect(unitFor(shown, width)).toBe(unit)
  })

  it('labels the first days of months if months have room', () => {
    const ticks = ticksOf(span('2025-01-15', '2025-12-31'), 1_400, () => 80)
    expect(ticks.map((tick) => tick.unit)).toEqual(Array.from({ length: 11 }, () => 'month'))
    expect(ticks[0]?.day).toBe(day('2025-02-01'))
    expect(ticks.at(-1)?.day).toBe(day('2025-12-01'))
  })

  it('never puts labels closer together than they are wide', () => {
    const lengths = integer({ min: 7, max: 900_000 })
    assert(
      property(lengths, integer({ min: 320, max: 2_000 }), (days, width) => {
        const shown = { from: 0, to: days - 1 }
        const pixels = ticksOf(shown, width, () => 80).map((tick) => pixelOf(tick.day, shown, width))
        // A February is a tenth shorter than a month on average.
        const gaps = pixels.slice(1).map((pixel, at) => pixel - (pixels[at] ?? 0))
        expect(Math.min(80, ...gaps)).toBeGreaterThanOrEqual(80 * 0.9)
      }),
    )
  })

  it('gives the data a margin, and limits the time to what bins can be counted for', () => {
    expect(axisLimits(year)).toEqual({ from: year.from - 4, to: year.to + 4 })
    expect(axisLimits({ from: 7, to: 7 })).toEqual({ from: 6, to: 8 })
    const whole = axisLimits(span('0001-01-01', '9999-12-31'))
    expect(daysIn(whole) / 365).toBeLessThan(3_100)
    expect(whole.to).toBeGreaterThan(day('9999-12-30'))
  })
})

describe('moving the axis', () => {
  const limits = span('2020-01-01', '2025-12-31')

  it('zooms around the moment under the pointer', () => {
    const moment = momentAt(300, year, 1_000)
    const next = zoomSpan(year, moment, 0.5, limits)
    expect(daysIn(next)).toBe(183)
    expect(Math.abs(pixelOf(moment, next, 1_000) - 300)).toBeLessThan(1_000 / 183)
  })

  it('zooms no further out than the limits, and no closer than a week', () => {
    expect(zoomSpan(year, day('2025-06-01'), 1e9, limits)).toEqual(limits)
    expect(daysIn(zoomSpan(year, day('2025-06-01'), 1e-9, limits))).toBe(7)
  })

  it('pans within the limits', () => {
    expect(panSpan(year, -31, limits)).toEqual(span('2024-12-01', '2025-11-30'))
    expect(panSpan(year, 500, limits)).toEqual(year)
  })

  it('keeps two fingers at their moments', () => {
    const [a, b] = [
      { pixel: 100, moment: momentAt(200, year, 400) },
      { pixel: 300, moment: momentAt(300, year, 400) },
    ]
    const next = pinchSpan(a, b, 400, limits)
    expect(daysIn(next)).toBe(183)
    expect(Math.abs(pixelOf(a.moment, next, 400) - 100)).toBeLessThan(3)
    expect(pinchSpan(b, a, 400, limits)).toEqual(next)
  })

  it('handles fingers that meet', () => {
    const finger = { pixel: 100, moment: day('2025-05-01') }
    expect(daysIn(pinchSpan(finger, finger, 400, limits))).toBeGreaterThanOrEqual(7)
  })

  it('grows to show a chosen end, and only then', () => {
    expect(spanShowing(year, { from: day('2025-03-01'), to: null }, limits)).toBe(year)
    const wider = spanShowing(year, { from: day('2022-07-01'), to: day('2025-03-01') }, limits)
    expect(wider.from).toBeLessThan(day('2022-07-01'))
    expect(wider.from).toBeGreaterThan(day('2022-05-01'))
    expect(wider.to).toBe(year.to)
  })
})
