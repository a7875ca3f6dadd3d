import type { RowBits } from './rowBits.ts'
import { gather, gatherPhrase, wordBlockBuilder, type WordBlock } from './wordBlock.ts'
import { FIELD, type WordBook } from './wordBook.ts'

/** Which texts say which words, in blocks: each is made in a moment, and none is copied as the next is added. */
export interface WordLists {
  /** How many texts. */
  length: number
  /** Adds to `found` each text that says any of the words. @param words their numbers, ascending */
  gather(words: Uint32Array, found: RowBits): void
  /** Adds to `found` each text that says the words one after another, and then one of `lasts`, ascending. */
  gatherPhrase(words: readonly number[], lasts: Uint32Array, found: RowBits): void
}

/** Texts that are read at a step. */
const STEP = 256

/**
 * Indexes texts in steps, each of which tells how many are done.
 * @param fieldsOf what is written in each field of a text
 */
export function* wordListsOf(
  length: number,
  fieldsOf: (text: number) => readonly string[],
  book: WordBook,
): Generator<number, WordLists> {
  const builder = wordBlockBuilder()
  const blocks: WordBlock[] = []
  for (let text = 0; text < length; text += 1) {
    const words: number[] = []
    for (const field of fieldsOf(text)) {
      if (field === '') continue
      book.read(field, words)
      words.push(FIELD)
    }
    builder.add(words)
    const done = text + 1
    if (done === length || !builder.hasRoom()) blocks.push(yield* saying(done, builder.build()))
    else if (done % STEP === 0) yield done
  }
  /** The part of `found` that each block is to fill. */
  const inBlocks = (found: RowBits, fill: (block: WordBlock, found: RowBits) => void) => {
    let first = 0
    for (const block of blocks) {
      fill(block, found.subarray(first >> 4, (first + block.count + 15) >> 4))
      first += block.count
    }
  }
  return {
    length,
    gather: (words, found) => inBlocks(found, (block, part) => gather(block, words, part)),
    gatherPhrase: (words, lasts, found) =>
      inBlocks(found, (block, part) => gatherPhrase(block, words, lasts, part)),
  }
}

/** The same steps, each of which says the number. */
export function* saying<T>(said: number, steps: Generator<unknown, T>): Generator<number, T> {
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield said
  return step.value
}
