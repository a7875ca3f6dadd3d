import { describe, expect, it } from 'vitest'
import { detectDayColumn } from '../../../../src/ingest/fields/dayForms.ts'

describe('detectDayColumn', () => {
  it.each([
    ['nothing', ['', 'NA'], { share: 0, order: 'fixed' }],
    ['ISO days', ['2024-05-03', '2024-05-04'], { share: 1, order: 'fixed' }],
    ['a day above 12', ['02/03/2024', '16/03/2024'], { share: 1, order: 'day-first' }],
    ['a month above 12', ['02/03/2024', '02/16/2024'], { share: 1, order: 'month-first' }],
    ['a day above 12 with a time', ['2/3/24 10:00', '16/3/24 10:00'], { share: 1, order: 'day-first' }],
    ['a day above 12 in a range', ['02/03/2024 - 16/03/2024'], { share: 1, order: 'day-first' }],
    [
      'numbers to 12, in the order of the rows',
      ['01/03/2024', '02/03/2024'],
      { share: 1, order: 'undecided' },
    ],
    ['both', ['02/03/2024', '16/03/2024', '02/16/2024'], { share: 1, order: 'undecided' }],
    ['both, each readable', ['16/03/2024', '02/16/2024'], { share: 1, order: 'fixed' }],
    ['numbers between marks of direction', ['\u200F02\u200F/03\u200F/2024'], { order: 'undecided' }],
    ['equal numbers', ['02/02/2024'], { share: 1, order: 'fixed' }],
    ['several forms', ['02/03/2024', '16 May 2024', '2024-05-30'], { share: 1, order: 'undecided' }],
    ['missing cells', ['2024-05-03', '', 'unknown'], { share: 1 }],
    ['other texts', ['2024-05-03', 'x', 'y', 'z'], { share: 0.25 }],
    ['counts of people', ['1', '12', '300'], { share: 0, serials: false }],
    ['serial days', ['42194', '42195.5', '42196'], { share: 1, serials: true }],
    ['one serial day among dates', ['42194', '2024-05-03'], { share: 0.5, serials: false }],
    ['seconds', ['1730505600', '1730505601'], { share: 1, epochSeconds: true, epochMilliseconds: false }],
    ['milliseconds', ['1517990000000', '1517990000001'], { share: 1, epochMilliseconds: true }],
  ])('tells %s', (_, cells, expected) => {
    expect(detectDayColumn(cells)).toMatchObject(expected)
  })
})
