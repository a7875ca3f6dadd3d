import type { Ids } from '../../incidents/columns.ts'
import { entriesFor, keepCommon, rowBits, rowsIn, setBit, type RowBits } from './bitmap.ts'

/** A block has at most so many texts that two bytes tell one from another. */
const MOST_TEXTS = 1 << 16

/** A block with so many words takes no more texts: what works on all words of a block is to end soon. */
const MANY_WORDS = 1 << 21

/** Words that are placed at a step. */
const STEP = 1 << 17

/** Some texts that follow each other: the words of each in order, and the texts of each word. */
export interface WordBlock {
  /** How many texts. */
  count: number
  /** Numbers of the words that are said, ascending: below, each goes by its place among them. */
  words: Uint32Array
  /** Word w has entries `starts[w]` to `starts[w + 1] - 1` of `texts`. */
  starts: Uint32Array
  /** Of each word its texts, ascending; where a bit for every text takes no more room, those bits. */
  texts: Uint16Array
  /** Text t says `said[offsets[t]]` to `said[offsets[t + 1] - 1]`. */
  offsets: Uint32Array
  said: Ids
}

/** Takes one text after another; makes one block after another. */
export interface WordBlockBuilder {
  /** @param words their numbers, in order */
  add(words: readonly number[]): void
  /** Only then may more be added. */
  hasRoom(): boolean
  /** The block of what was added since the last, in steps. */
  build(): Generator<undefined, WordBlock>
}

export function wordBlockBuilder(): WordBlockBuilder {
  const offsets = new Uint32Array(MOST_TEXTS + 1)
  let said = new Uint32Array(1 << 12)
  let count = 0
  // By number of the word: how many texts say it, which said it last, its place among the words of the block.
  let texts = new Uint32Array(1 << 12)
  let last = new Uint32Array(1 << 12)
  let places = new Uint32Array(1 << 12)
  /** No two texts have the same, so that `last` never needs to be emptied. */
  let stamp = 0

  const add = (words: readonly number[]) => {
    stamp += 1
    let at = offsets[count] ?? 0
    if (at + words.length > said.length) said = grown(said, at + words.length)
    for (const word of words) {
      if (word >= texts.length) {
        texts = grown(texts, word + 1)
        last = grown(last, word + 1)
        places = grown(places, word + 1)
      }
      said[at] = word
      at += 1
      if (last[word] === stamp) continue
      last[word] = stamp
      texts[word] = (texts[word] ?? 0) + 1
    }
    count += 1
    offsets[count] = at
  }

  /** The words of the block in order, and where the texts of each will lie; forgets how many they are. */
  const laidOut = (): Pick<WordBlock, 'words' | 'starts'> => {
    const distinct = texts.reduce((sum, some) => sum + (some > 0 ? 1 : 0), 0)
    const words = new Uint32Array(distinct)
    const starts = new Uint32Array(distinct + 1)
    for (let word = 0, place = 0; place < distinct; word += 1) {
      const some = texts[word] ?? 0
      if (some === 0) continue
      texts[word] = 0
      places[word] = place
      words[place] = word
      starts[place + 1] = (starts[place] ?? 0) + Math.min(some, entriesFor(count))
      place += 1
    }
    return { words, starts }
  }

  return {
    add,
    // Blocks begin where an entry of bits does.
    hasRoom: () => count < MOST_TEXTS && ((offsets[count] ?? 0) < MANY_WORDS || count % 16 !== 0),
    *build() {
      const { words, starts } = laidOut()
      yield
      const block: WordBlock = {
        count,
        words,
        starts,
        texts: new Uint16Array(starts.at(-1) ?? 0),
        offsets: offsets.slice(0, count + 1),
        said:
          words.length > 0x1_0000
            ? new Uint32Array(offsets[count] ?? 0)
            : new Uint16Array(offsets[count] ?? 0),
      }
      const next = starts.slice()
      const place = (text: number) => {
        stamp += 1
        const end = offsets[text + 1] ?? 0
        for (let item = offsets[text] ?? 0; item < end; item += 1) {
          const word = said[item] ?? 0
          const at = places[word] ?? 0
          block.said[item] = at
          if (last[word] === stamp) continue
          last[word] = stamp
          if (isBits(block, at)) setBit(block.texts, 16 * (starts[at] ?? 0) + text)
          else {
            const free = next[at] ?? 0
            block.texts[free] = text
            next[at] = free + 1
          }
        }
        return end
      }
      for (let text = 0, done = 0; text < count; text += 1) {
        const end = place(text)
        if (end - done < STEP) continue
        done = end
        yield
      }
      count = 0
      return block
    },
  }
}

/** The same numbers in larger room: of `length` at least. */
function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(2 * array.length, length))
  larger.set(array)
  return larger
}

function isBits({ count, starts }: WordBlock, place: number): boolean {
  return (starts[place + 1] ?? 0) - (starts[place] ?? 0) === entriesFor(count)
}

/** Adds to `found` the texts of the block that say any of the words. @param words ascending */
export function gather(block: WordBlock, words: Uint32Array, found: RowBits): void {
  for (const place of placesOf(words, block.words)) gatherPlace(block, place, found)
}

/** Adds to `found` the texts of the block that say the words one after another, and then one of `lasts`, ascending. */
export function gatherPhrase(
  block: WordBlock,
  words: readonly number[],
  lasts: Uint32Array,
  found: RowBits,
): void {
  const phrase = words.flatMap((word) => placesOf(Uint32Array.of(word), block.words))
  if (phrase.length < words.length) return
  const candidates = rowBits(block.count)
  const isLast = new Uint8Array(block.words.length)
  for (const place of placesOf(lasts, block.words)) {
    isLast[place] = 1
    gatherPlace(block, place, candidates)
  }
  for (const place of phrase) {
    const saying = rowBits(block.count)
    gatherPlace(block, place, saying)
    keepCommon(candidates, saying)
  }
  for (const text of rowsIn(candidates)) if (saysPhrase(block, text, phrase, isLast)) setBit(found, text)
}

function gatherPlace(block: WordBlock, place: number, found: RowBits): void {
  const { starts, texts } = block
  const [start, end] = [starts[place] ?? 0, starts[place + 1] ?? 0]
  if (isBits(block, place)) {
    for (let at = start; at < end; at += 1) found[at - start] = (found[at - start] ?? 0) | (texts[at] ?? 0)
  } else {
    for (let at = start; at < end; at += 1) setBit(found, texts[at] ?? 0)
  }
}

function saysPhrase(
  { offsets, said }: WordBlock,
  text: number,
  phrase: readonly number[],
  isLast: Uint8Array,
): boolean {
  const end = (offsets[text + 1] ?? 0) - phrase.length
  for (let at = offsets[text] ?? 0; at < end; at += 1) {
    let step = 0
    while (step < phrase.length && said[at + step] === phrase[step]) step += 1
    if (step === phrase.length && isLast[said[at + step] ?? 0] === 1) return true
  }
  return false
}

/** Where those of `wanted` that are there stand among others; all ascending. */
function placesOf(wanted: Uint32Array, among: Uint32Array): number[] {
  const places: number[] = []
  let from = 0
  for (const word of wanted) {
    from = firstFrom(among, from, word)
    if (from === among.length) break
    if (among[from] === word) places.push(from)
  }
  return places
}

/** The first place from `from` on whose number is no less; found in steps that double, as it may be near or far. */
function firstFrom(numbers: Uint32Array, from: number, least: number): number {
  let [low, step] = [from, 1]
  while (low + step <= numbers.length && (numbers[low + step - 1] ?? 0) < least) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step - 1, numbers.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
