import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entryAt } from '../../../src/engine/entryAt.ts'
import { codeOf } from '../../../src/engine/table/codeOf.ts'
import { postingsOf, rowsOf } from '../../../src/engine/table/postings.ts'

const folder = 'src/engine'
const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .map((text, at) => ({ where: `${file}:${at + 1}`, text })),
  )

describe('look-ups of the engine', () => {
  it('assert what they find only at an index of an array', () => {
    const other = lines.filter(({ text }) => /[\w)]!(?!=)/.test(text) && !/^\s*(\*|\/)/.test(text))
    expect(other).toEqual([])
  })

  it('do not fall back on a number or a value where an array has no entry', () => {
    const fallbacks = lines.filter(({ text }) => /\] \?\? (-?\d|'|NaN)/.test(text))
    expect(fallbacks).toEqual([])
  })

  it('throw, outside of loops over rows, where there is nothing', () => {
    expect(entryAt(Uint8Array.of(4, 5), 1, 'row')).toBe(5)
    expect(() => entryAt(Uint8Array.of(4, 5), 2, 'row')).toThrow(new RangeError('no row 2 among 2'))
    expect(codeOf(['a', 'b'], 1)).toBe('b')
    expect(() => codeOf(['a', 'b'], 2)).toThrow(new RangeError('no code 2 among a, b'))
    expect(() => codeOf(['a', 'b'], undefined)).toThrow(RangeError)
    const postings = postingsOf(Uint8Array.of(1, 0, 1), 2)
    expect([...rowsOf(postings, 1)]).toEqual([0, 2])
    expect(() => rowsOf(postings, 2)).toThrow(new RangeError('no posting list 2'))
  })
})
