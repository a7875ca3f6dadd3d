import { describe, expect, it } from 'vitest'
import { presetRange } from '../../../src/timeline/presetRange.ts'
import { day, span } from './literalHistogram.ts'

const data = span('2020-09-14', '2026-05-31')

describe('presets', () => {
  it.each([
    ['week', '2026-05-25'],
    ['month', '2026-05-02'],
    ['quarter', '2026-03-01'],
    ['year', '2025-06-01'],
  ] as const)('count a %s back from the last day of the data', (preset, from) => {
    expect(presetRange(preset, data)).toEqual({ from: day(from), to: data.to })
  })

  it('have open ends for all days', () => {
    expect(presetRange('all', data)).toEqual({ from: null, to: null })
  })

  it('handle leap years', () => {
    const ended = span('2020-01-01', '2024-02-29')
    expect(presetRange('year', ended)).toEqual({ from: day('2023-03-01'), to: ended.to })
  })
})
