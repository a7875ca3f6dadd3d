import { describe, expect, it } from 'vitest'
import { presetRange } from '../../../src/timeline/presetRange.ts'
import { readDays } from '../../../src/timeline/readDays.ts'
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

describe('typed dates', () => {
  it('are days, or an open end for an empty field', () => {
    expect(readDays({ from: '2025-10-01', to: '' }, 'from', data)).toEqual({
      from: day('2025-10-01'),
      to: null,
    })
    expect(readDays({ from: '', to: '' }, 'to', data)).toEqual({ from: null, to: null })
  })

  it('are rejected with a reason', () => {
    expect(readDays({ from: '2025-02-30', to: '' }, 'from', data)).toBe('notADay')
    expect(readDays({ from: '0002-10-01', to: '' }, 'from', data)).toBe('outside')
    expect(readDays({ from: '2025-10-01', to: '2025-09-30' }, 'to', data)).toBe('reversed')
  })

  it('are not rejected for the other end, which a link may have put outside the data', () => {
    expect(readDays({ from: '2019-01-01', to: '2025-10-01' }, 'to', data)).toEqual({
      from: day('2019-01-01'),
      to: day('2025-10-01'),
    })
  })
})
