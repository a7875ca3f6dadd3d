import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula, unguardFormula } from '../../../src/tabular/formulaGuard.ts'
import { propertyRuns } from '../../propertyRuns.ts'

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\tabc',
  '\rabc',
  '\nabc',
  '  =1',
  '\u00A0=1',
  '\uFEFF=1',
  '\u200B=1',
  '\u200F=1',
  '\u061C=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
  '\u22121',
  '"=1',
  '""=1',
  "'=1",
  '\u201C=1',
  '\u2019 =1',
  '\u0000=1',
  '\n=cmd|x',
  "=cmd|' /C calc'!A0",
]

describe('guardFormula', () => {
  it.each(formulas)('puts an apostrophe before %j', (text) => {
    expect(guardFormula(text).startsWith("'")).toBe(true)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })

  it.each([
    '-3.5',
    '+3',
    '0',
    'a=b',
    'a - b',
    '12-3',
    '(a) b',
    '(-1)',
    "l'eau",
    'https://example.org/a-b',
    '',
  ])('leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text)
    expect(unguardFormula(text)).toBe(text)
  })

  it.each([
    ['a;=1', "a;'=1"],
    ['a; "=1', `a;' "=1`],
    ['a\n=1', "a\n'=1"],
    ['a\r\n- b', "a\r\n'- b"],
  ])('guards what begins a cell within %j', (text, guarded) => {
    expect(guardFormula(text)).toBe(guarded)
    expect(unguardFormula(guarded)).toBe(text)
  })

  it('leaves an apostrophe that it has not put there', () => {
    expect(unguardFormula("'tis")).toBe("'tis")
    expect(unguardFormula("'-3.5")).toBe("'-3.5")
  })

  it('is undone exactly for every text', () => {
    const letters = fc.constantFrom(...'=+-@\'";\r\n\t \uFEFF\uFF1D\u201C\u2212.1aا'.split(''))
    const text = fc.oneof(fc.string({ unit: letters, maxLength: 12 }), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(text, (any) => {
        expect(unguardFormula(guardFormula(any))).toBe(any)
      }),
      { numRuns: propertyRuns(20_000) },
    )
  })

  it('leaves no text that a sign begins after what programs drop', () => {
    const dropped = fc.string({ unit: fc.constantFrom(' ', '"', '\uFEFF', '\u00A0', '\u200E'), maxLength: 5 })
    fc.assert(
      fc.property(dropped, fc.constantFrom('=', '+', '-', '@', '\uFF1D'), fc.string(), (a, sign, b) => {
        const text = `${a}${sign}x${b}`
        expect(guardFormula(text).startsWith("'")).toBe(true)
      }),
      { numRuns: propertyRuns(2_000) },
    )
  })

  it('takes time in proportion to the length of a text', () => {
    const hostile = ';'.repeat(200_000) + ' '.repeat(200_000) + '\n'.repeat(200_000) + '"'.repeat(200_000)
    expect(unguardFormula(guardFormula(hostile))).toBe(hostile)
  })
})
