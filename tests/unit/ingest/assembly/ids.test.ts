import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFreeIds } from '../../../../src/ingest/assembly/freeIds.ts'
import { idOfName, safeId } from '../../../../src/ingest/assembly/incidentId.ts'
import { oneLine, shortened } from '../../../../src/ingest/assembly/texts.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

describe('safeId', () => {
  it.each([
    ['SYR1234', 'SYR1234'],
    ['  a b/c ', 'a-b-c'],
    ['-_x', 'x'],
    ['54.5_a-B', '54.5_a-B'],
    ['قرية', 'u-642-631-64a-629'],
    ['__proto__', 'proto__'],
  ])('%j becomes %s', (text, id) => {
    expect(safeId(text)).toBe(id)
  })

  it('of a long name is cut', () => {
    expect([safeId('a'.repeat(300)), idOfName('long name '.repeat(30))].map(({ length }) => length)).toEqual([
      110, 109,
    ])
  })

  it('may stand in a link, with a number behind it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const id of [safeId(text), idOfName(text)])
          expect(`${id}-1000000`).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/)
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})

describe('createFreeIds', () => {
  it('gives each id once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a-2', 'a-3', 'b', '__proto__')), (wanted) => {
        const ids = createFreeIds()
        const given = wanted.map((id) => ids.take(id))
        expect(new Set(given).size).toBe(wanted.length)
        given.forEach((id, i) => {
          const isFree = !given.slice(0, i).includes(wanted[i] ?? '')
          expect(id === wanted[i]).toBe(isFree)
        })
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})

describe('texts of one line', () => {
  it('have single blanks', () => {
    expect([' a  b\n c ', 'a b', 'a\tb', ''].map(oneLine)).toEqual(['a b c', 'a b', 'a b', ''])
  })

  it('are cut at a word, and never within a character', () => {
    expect(shortened('one two three', 9)).toBe('one two…')
    expect(shortened('one two', 7)).toBe('one two')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (text, length) => {
          const cut = shortened(text, length)
          expect(cut.length).toBeLessThanOrEqual(length)
          expect(cut.isWellFormed() || !text.isWellFormed()).toBe(true)
        },
      ),
      { numRuns: propertyRuns(300) },
    )
  })
})
