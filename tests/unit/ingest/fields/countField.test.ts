import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCount } from '../../../../src/ingest/fields/countField.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

const exactly = (count: number) => ({ min: count, max: count })

describe('readCount', () => {
  it.each([
    ['0', exactly(0)],
    ['4', exactly(4)],
    ['4.0', exactly(4)],
    ['4.00', exactly(4)],
    ['٤', exactly(4)],
    ['1,234', exactly(1234)],
    ['1 234', exactly(1234)],
    ['1\u00A0234', exactly(1234)],
    ['1\u202F234', exactly(1234)],
    ['1.234', exactly(1234)],
    ['١٬٢٣٤', exactly(1234)],
    ['1,234,567', exactly(1_234_567)],
    ['1.234.000', exactly(1_234_000)],
    ['4 – 5', { min: 4, max: 5 }],
    ['4–5', { min: 4, max: 5 }],
    ['4-5', { min: 4, max: 5 }],
    ['4 to 5', { min: 4, max: 5 }],
    ['4 or 5', { min: 4, max: 5 }],
    ['from 4 to 5', { min: 4, max: 5 }],
    ['between 4 and 5', { min: 4, max: 5 }],
    ['4 à 5', { min: 4, max: 5 }],
    ['de 4 à 5', { min: 4, max: 5 }],
    ['entre 4 et 5', { min: 4, max: 5 }],
    ['٤-٥', { min: 4, max: 5 }],
    ['من ٤ إلى ٥', { min: 4, max: 5 }],
    ['بين 4 و 5', { min: 4, max: 5 }],
    ['بين 4 و5', { min: 4, max: 5 }],
    ['1,200-1,300', { min: 1200, max: 1300 }],
  ])('reads numbers and ranges: %s', (text, value) => {
    expect(readCount(text)).toEqual({ kind: 'value', value })
  })

  it.each([
    ['at least 22', { min: 22 }],
    ['At least 22', { min: 22 }],
    ['22+', { min: 22 }],
    ['>=22', { min: 22 }],
    ['≥ 22', { min: 22 }],
    ['more than 22', { min: 22 }],
    ['22 or more', { min: 22 }],
    ['au moins 22', { min: 22 }],
    ['22 au moins', { min: 22 }],
    ['plus de 22', { min: 22 }],
    ['ما لا يقل عن ٢٢', { min: 22 }],
    ['22 على الأقل', { min: 22 }],
    ['أكثر من 22', { min: 22 }],
    ['up to 5', { max: 5 }],
    ['at most 5', { max: 5 }],
    ['<= 5', { max: 5 }],
    ["jusqu'à 5", { max: 5 }],
    ['jusqu’à 5', { max: 5 }],
    ['حتى 5', { max: 5 }],
  ])('leaves the other end open: %s', (text, value) => {
    expect(readCount(text)).toEqual({ kind: 'value', value })
  })

  it.each([
    ['some', 'some'],
    ['Several', 'some'],
    ['dozens', 'some'],
    ['hundreds', 'some'],
    ['plusieurs', 'some'],
    ['des dizaines', 'some'],
    ['عدة', 'some'],
    ['عشرات', 'some'],
    ['none', 'none'],
    ['zero', 'none'],
    ['aucun', 'none'],
    ['لا يوجد', 'none'],
    ['صفر', 'none'],
  ])('keeps words as words: %s', (text, value) => {
    expect(readCount(text)).toEqual({ kind: 'value', value })
  })

  it.each([
    '',
    ' ',
    'NA',
    'Unknown',
    'n/a',
    '-',
    'None',
    'nil',
    'NaN',
    'inconnu',
    'غير معروف',
    'Unconfirmed',
  ])('takes %j as missing', (text) => {
    expect(readCount(text)).toEqual({ kind: 'missing' })
  })

  it.each([
    '-1',
    '-99',
    '1.5',
    '1,5',
    '4.000',
    '1,23',
    '12,34',
    '1,234.5',
    '1,234 567',
    '0,123',
    '5-4',
    '4-5-6',
    '4 5',
    '~20',
    'about 20',
    'around 20',
    'environ 20',
    'حوالي 20',
    'four',
    '4 killed',
    '4?',
    '4 (unconfirmed)',
    '1e3',
    '0x10',
    'Infinity',
    'yes',
    'no',
    '12-Oct',
    '9999999999999999',
  ])('does not read %s', (text) => {
    expect(readCount(text)).toEqual({ kind: 'invalid', code: 'unreadable-count' })
  })

  const count = fc.nat({ max: 9_999_999 })
  const write = fc.constantFrom<(count: number) => string>(
    String,
    (n) => `${n}.0`,
    (n) => n.toLocaleString('en'),
    (n) => n.toLocaleString('fr'),
    (n) => n.toLocaleString('ar-EG', { useGrouping: false }),
  )

  it('reads any count and any range as written', () => {
    fc.assert(
      fc.property(
        count,
        count,
        write,
        fc.constantFrom('-', ' – ', ' to ', ' à ', ' إلى '),
        (a, b, text, between) => {
          const [min, max] = [Math.min(a, b), Math.max(a, b)]
          expect(readCount(text(min))).toEqual({ kind: 'value', value: exactly(min) })
          expect(readCount(text(min) + between + text(max))).toEqual({ kind: 'value', value: { min, max } })
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  })

  it('never gives a number that is not written', () => {
    const part = fc.constantFrom(
      ...'0 1 2 5 12 100 000 , . - + ~ < > to or at least up some و à % e'.split(' '),
      ' ',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        const read = readCount(text)
        const range = read.kind === 'value' && typeof read.value === 'object' ? read.value : {}
        const digits = text.replace(/\.0{1,2}(?!\d)|[^\d]/g, '')
        const notWritten = [range.min, range.max].filter((end) => !digits.includes(String(end ?? '')))
        expect(notWritten).toEqual([])
      }),
      { numRuns: propertyRuns(3000) },
    )
  })
})
