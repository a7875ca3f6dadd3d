import { describe, expect, it } from 'vitest'
import { meaningOfFormat } from '../../../../../src/ingest/readers/xlsx/numberFormats.ts'
import { numberText } from '../../../../../src/ingest/readers/xlsx/numberText.ts'

describe('the meaning of a number by its format', () => {
  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00 [$USD]', 'number'],
    ['#,##0 "days"', 'number'],
    ['#,##0\\ \\d', 'number'],
    ['[Red]0;[Blue]-0', 'number'],
    ['Standard', 'number'],
    ['@', 'number'],
    ['', 'number'],
    ['dd/mm/yyyy', 'day'],
    ['[$-409]d\\-mmm\\-yy;@', 'day'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    ['yyyy年m月d日', 'day'],
    ['m/d/yy h:mm', 'day'],
    ['d-mmm', 'day'],
    ['DD/MM/YYYY', 'day'],
    ['mmm yyyy', 'month'],
    ['mmm-yy', 'month'],
    ['yyyy', 'year'],
    ['h:mm', 'time'],
    ['mm:ss', 'time'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'span'],
    ['[mm]:ss', 'span'],
  ])('%s: %s', (code, meaning) => {
    expect(meaningOfFormat(code)).toBe(meaning)
  })

  it('is found in linear time', () => {
    expect(meaningOfFormat('m'.repeat(1_000_000))).toBe('day')
    expect(meaningOfFormat('"'.repeat(1_000_000))).toBe('number')
  })
})

describe('the text of a number', () => {
  it.each([
    // Serials of ECMA-376 Part 1, 18.17.4; 60 of the 1900 system is a day that never was.
    ['1', 'day', false, '1900-01-01'],
    ['59', 'day', false, '1900-02-28'],
    ['60', 'day', false, '1900-02-29'],
    ['61', 'day', false, '1900-03-01'],
    ['25569', 'day', false, '1970-01-01'],
    ['45351', 'day', false, '2024-02-29'],
    ['2958465', 'day', false, '9999-12-31'],
    ['2958466', 'day', false, '2958466'],
    ['-1', 'day', false, '-1'],
    ['0', 'day', false, '0'],
    ['0', 'day', true, '1904-01-01'],
    ['43889', 'day', true, '2024-02-29'],
    ['45351.5', 'day', false, '2024-02-29T12:00:00'],
    ['45351.524259259257', 'day', false, '2024-02-29T12:34:56'],
    ['45351.999999999', 'day', false, '2024-03-01'],
    ['45351.000011574076', 'day', false, '2024-02-29T00:00:01'],
    ['45351.0000057870', 'day', false, '2024-02-29T00:00:00.500'],
    // Only month and year are shown: the first of the month is what Excel fills in.
    ['45352', 'month', false, '2024-03'],
    ['45351', 'month', false, '2024-02-29'],
    ['45292', 'year', false, '2024'],
    ['45352', 'year', false, '2024-03-01'],
    ['0.75', 'time', false, '18:00:00'],
    ['0', 'time', false, '00:00:00'],
    ['45351.75', 'time', false, '2024-02-29T18:00:00'],
    ['1.5', 'span', false, '36:00:00'],
    ['-0.25', 'span', false, '-06:00:00'],
    ['1e999', 'number', false, '1e999'],
    ['12 345', 'number', false, '12 345'],
    ['0x10', 'number', false, '0x10'],
    ['NaN', 'day', false, 'NaN'],
  ] as const)('%s as %s, from 1904: %s, is %s', (written, meaning, from1904, text) => {
    expect(numberText(written, meaning, from1904)).toBe(text)
  })
})
