import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenizer, type Tokenizer } from '../../../src/clickhouse/load/tokenizer.ts'
import { foldWords } from '../../../src/incidents/foldText.ts'
import { propertyRuns } from '../../propertyRuns.ts'

const pieces = [
  ' ',
  "l'",
  'd’',
  'été',
  'ΣΑΣ',
  'Σ',
  'الحرب',
  'وال',
  '\u0301',
  '\u00a0',
  '´',
  'ﬁ',
  '-',
  '٣',
  'a',
  '\u200b',
  '\t',
]
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
)

function tokensOf(tokenizer: Tokenizer, text: string): number[] {
  const tokens: number[] = []
  tokenizer.addTokens(text, tokens)
  return tokens
}

describe('the tokenizer', () => {
  it('gives the words that foldWords gives, whatever it has read before', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const tokenizer = createTokenizer()
        const read = texts.map((text) =>
          tokensOf(tokenizer, text).map((token) => tokenizer.words()[token - 1]),
        )
        expect(read).toEqual(texts.map(foldWords))
      }),
      { numRuns: propertyRuns(2_000) },
    )
  })

  it('forgets its words where there are too many', () => {
    const tokenizer = createTokenizer()
    tokensOf(tokenizer, 'one two three')
    expect(tokenizer.restartBeyond(3)).toBe(false)
    expect(tokenizer.restartBeyond(2)).toBe(true)
    expect(tokensOf(tokenizer, 'three')).toEqual([1])
    expect(tokenizer.words()).toEqual(['three'])
  })
})
