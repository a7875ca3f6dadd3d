import type { RowBits } from './bitmap.ts'
import { gather, gatherPhrase, wordBlockBuilder, type WordBlock } from './indexSegment.ts'
import { FIELD, type WordBook } from './termDictionary.ts'

/** Which texts say which words, in blocks: each is made in a moment, and none is copied as the next is added. */
export interface WordLists {
  /** How many texts. */
  length: number
  /** How many of them, from the first on, are indexed: the others are not found yet. */
  readonly indexed: number
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
  const { lists, fill } = growingWordLists(length, fieldsOf, book)
  yield* fill
  return lists
}

/** Lists that can be searched while `fill` indexes the texts, in steps as those of `wordListsOf`: block after block. */
export function growingWordLists(
  length: number,
  fieldsOf: (text: number) => readonly string[],
  book: WordBook,
): { lists: WordLists; fill: Generator<number, void> } {
  const blocks: WordBlock[] = []
  let indexed = 0
  /** The part of `found` that each block is to fill. */
  const inBlocks = (found: RowBits, gatherIn: (block: WordBlock, found: RowBits) => void) => {
    let first = 0
    for (const block of blocks) {
      gatherIn(block, found.subarray(first >> 4, (first + block.count + 15) >> 4))
      first += block.count
    }
  }
  const lists: WordLists = {
    length,
    get indexed() {
      return indexed
    },
    gather: (words, found) => inBlocks(found, (block, part) => gather(block, words, part)),
    gatherPhrase: (words, lasts, found) =>
      inBlocks(found, (block, part) => gatherPhrase(block, words, lasts, part)),
  }
  function* fill(): Generator<number, void> {
    for (const { block, done } of blocksOf(length, fieldsOf, book)) {
      if (block) {
        blocks.push(block)
        indexed = done
      }
      yield done
    }
  }
  return { lists, fill: fill() }
}

/** Reads texts in steps; a step that completes a block gives it. */
function* blocksOf(
  length: number,
  fieldsOf: (text: number) => readonly string[],
  book: WordBook,
): Generator<{ done: number; block?: WordBlock }, void> {
  const builder = wordBlockBuilder()
  for (let text = 0; text < length; text += 1) {
    const words: number[] = []
    for (const field of fieldsOf(text)) {
      if (field === '') continue
      book.read(field, words)
      words.push(FIELD)
    }
    builder.add(words)
    const done = text + 1
    if (done === length || !builder.hasRoom()) {
      const building = builder.build()
      let step = building.next()
      for (; !step.done; step = building.next()) yield { done }
      yield { done, block: step.value }
    } else if (done % STEP === 0) yield { done }
  }
}

/** The same steps, each of which says the number. */
export function* saying<T>(said: number, steps: Generator<unknown, T>): Generator<number, T> {
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield said
  return step.value
}
