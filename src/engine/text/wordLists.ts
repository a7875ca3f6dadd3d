import type { ListColumn } from '../../incidents/columns.ts'
import { growable } from '../../incidents/growable.ts'
import { listPostingsInSteps, rowsOf, type Postings } from '../postings.ts'
import { FIELD, type WordBook } from './wordBook.ts'

/** Which texts say which words: the words of each in order, and the texts of each word. */
export interface WordLists {
  /** How many texts. */
  length: number
  /** Sets to 1 in `found` each text that says any of the words marked. */
  gather(marks: Uint8Array, found: Uint8Array): void
  /** Sets to 1 in `found` each text that says the words one after another, and then one of those marked. */
  gatherPhrase(words: readonly number[], lastMarks: Uint8Array, found: Uint8Array): void
}

/** Takes one text after another. */
export interface WordListsBuilder {
  add(fields: readonly string[]): void
  /** Ends the work, in steps. */
  build(): Generator<undefined, WordLists>
}

export function wordListsBuilder(book: WordBook): WordListsBuilder {
  const numbers = growable(Uint32Array)
  const offsets = growable(Uint32Array)
  offsets.push(0)
  return {
    add(fields) {
      for (const field of fields) {
        if (field === '') continue
        numbers.pushAll(book.numbersOf(field))
        numbers.push(FIELD)
      }
      offsets.push(numbers.length())
    },
    *build() {
      const words = { offsets: offsets.taken(), ids: numbers.taken() }
      return wordLists(words, yield* listPostingsInSteps(words, book.size()))
    },
  }
}

function wordLists({ offsets, ids: numbers }: ListColumn, textsOf: Postings): WordLists {
  return {
    length: offsets.length - 1,
    gather(marks, found) {
      // Of words that came later these texts know nothing.
      const words = Math.min(marks.length, textsOf.offsets.length - 1)
      for (let word = 1; word < words; word += 1) {
        if (marks[word] === 0) continue
        const end = textsOf.offsets[word + 1] ?? 0
        for (let at = textsOf.offsets[word] ?? 0; at < end; at += 1) found[textsOf.rows[at] ?? 0] = 1
      }
    },
    gatherPhrase(words, lastMarks, found) {
      const [first = FIELD] = words
      for (const text of rowsOf(textsOf, first)) {
        const end = (offsets[text + 1] ?? 0) - words.length
        for (let at = offsets[text] ?? 0; at < end; at += 1) {
          if (numbers[at] !== first || !words.every((word, step) => numbers[at + step] === word)) continue
          if (lastMarks[numbers[at + words.length] ?? FIELD] === 1) found[text] = 1
        }
      }
    },
  }
}
