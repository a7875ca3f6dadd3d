import { growable } from '../../incidents/growable.ts'
import { FIELD, type WordBook } from './wordBook.ts'

/** The words of many texts, one list of numbers a text. */
export interface WordLists {
  /** Texts so far. */
  length(): number
  add(fields: readonly string[]): void
  /** ORs into `found`, for each text, the marks of its words. */
  gather(marks: Uint8Array, found: Uint8Array): void
  /** Sets `bit` in `found` for each text that holds the words one after another, the last of those marked. */
  gatherPhrase(words: readonly number[], lastMarks: Uint8Array, bit: number, found: Uint8Array): void
  /** As short as may be: nothing more will be added. */
  close(): void
}

export function createWordLists(book: WordBook): WordLists {
  const growing = { numbers: growable(Uint32Array), offsets: growable(Uint32Array) }
  growing.offsets.push(0)
  let closed: { numbers: Uint32Array; offsets: Uint32Array } | undefined
  const lists = () => closed ?? { numbers: growing.numbers.taken(), offsets: growing.offsets.taken() }

  return {
    length: () => (closed ? closed.offsets.length : growing.offsets.length()) - 1,
    add(fields) {
      for (const field of fields) {
        if (field === '') continue
        growing.numbers.pushAll(book.numbersOf(field))
        growing.numbers.push(FIELD)
      }
      growing.offsets.push(growing.numbers.length())
    },
    gather(marks, found) {
      const { numbers, offsets } = lists()
      for (let text = 0, at = 0; text + 1 < offsets.length; text += 1) {
        const end = offsets[text + 1] ?? 0
        let met = 0
        for (; at < end; at += 1) met |= marks[numbers[at] ?? 0] ?? 0
        if (met !== 0) found[text] = (found[text] ?? 0) | met
      }
    },
    gatherPhrase(words, lastMarks, bit, found) {
      const { numbers, offsets } = lists()
      const [first] = words
      for (let text = 0, at = 0; text + 1 < offsets.length; text += 1) {
        const end = (offsets[text + 1] ?? 0) - words.length
        for (; at < end; at += 1) {
          if (numbers[at] !== first || !words.every((word, step) => numbers[at + step] === word)) continue
          if ((lastMarks[numbers[at + words.length] ?? FIELD] ?? 0) !== 0)
            found[text] = (found[text] ?? 0) | bit
        }
        at = offsets[text + 1] ?? 0
      }
    },
    close() {
      closed = lists()
    },
  }
}
