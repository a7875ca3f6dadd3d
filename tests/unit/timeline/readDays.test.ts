import { assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../src/i18n/formatDay.ts'
import { formatIsoDay } from '../../../src/incidents/day.ts'
import { languages } from '../../../src/incidents/vocabulary.ts'
import { readDays, readTypedDay } from '../../../src/timeline/readDays.ts'
import { day, span } from './literalHistogram.ts'

const data = span('2020-09-14', '2026-05-31')

describe('a typed day', () => {
  it('is read as the page writes it, in every language, and as YYYY-MM-DD', () => {
    const days = integer({ min: day('1000-01-01'), max: day('9999-12-31') })
    assert(
      property(days, constantFrom(...languages), constantFrom('day', 'dayShort'), (each, language, form) => {
        expect(readTypedDay(formatDay(language, each, form), language)).toBe(each)
        expect(readTypedDay(formatIsoDay(each), language)).toBe(each)
      }),
    )
  })

  it.each([
    ['  3 oct   2025 ', 'en'],
    ['3 October 2025', 'en'],
    ['3 OCT. 2025', 'fr'],
    ['٣ تشرين الاول ٢٠٢٥', 'ar'],
  ] as const)(
    'is read without regard to case, points, spaces and spelling variants: %s',
    (text, language) => {
      expect(readTypedDay(text, language)).toBe(day('2025-10-03'))
    },
  )

  it.each(['03/10/2025', '3.10.2025', '10/3/2025', '3 Oct', '31 Feb 2025', '2025-02-30', '3 octobre 2025'])(
    'is not guessed: %s',
    (text) => {
      expect(readTypedDay(text, 'en')).toBeUndefined()
    },
  )

  it('is a day or nothing, whatever is typed', () => {
    assert(
      property(string(), constantFrom(...languages), (text, language) => {
        expect(Number.isInteger(readTypedDay(text, language) ?? 0)).toBe(true)
      }),
    )
  })
})

describe('the two typed dates', () => {
  it('are days, or an open end for an empty field', () => {
    expect(readDays({ from: '2025-10-01', to: '' }, 'from', data, 'en')).toEqual({
      from: day('2025-10-01'),
      to: null,
    })
    expect(readDays({ from: '', to: '  ' }, 'to', data, 'en')).toEqual({ from: null, to: null })
  })

  it('are rejected with a reason', () => {
    expect(readDays({ from: '2025-02-30', to: '' }, 'from', data, 'en')).toBe('notADay')
    expect(readDays({ from: '0002-10-01', to: '' }, 'from', data, 'en')).toBe('outside')
    expect(readDays({ from: '2025-10-01', to: '30 Sept 2025' }, 'to', data, 'en')).toBe('reversed')
  })

  it('are not rejected for the other end, which a link may have put outside the data', () => {
    expect(readDays({ from: '2019-01-01', to: '2025-10-01' }, 'to', data, 'en')).toEqual({
      from: day('2019-01-01'),
      to: day('2025-10-01'),
    })
  })
})
