import { foldWords, withoutArticle } from '../../incidents/foldText.ts'
import { TOKEN_CACHE_SIZE } from '../costs.ts'

/** Token between two fields of a document, so that no phrase matches across them: the id of no term. */
export const FIELD_BREAK = 0

/**
 * The term dictionary: every distinct folded word of the indexed texts (a term) and its id. Ids are 1, 2, ... in the
 * order in which terms are first read, so that a text is a list of numbers (its tokens).
 */
export class TermDictionary {
  /** First letter of a term -> term -> id. One map per letter: resizing a single large map would stall the indexing. */
  readonly #idsByLetter = new Map<string, Map<string, number>>()
  /** The same for terms with an Arabic article: first letter without the article -> id -> term without the article. */
  readonly #bareTermsByLetter = new Map<string, Map<number, string>>()
  /** Piece of text between spaces, unfolded -> its tokens. Folding is expensive, and most pieces occur often. */
  readonly #tokenCache = new Map<string, readonly number[]>()
  #nextId = FIELD_BREAK + 1

  /** Appends the tokens of a text to `tokens`, in order. Terms that are not known yet are added. */
  tokenize(text: string, tokens: number[]): void {
    for (const piece of text.split(' ')) for (const id of this.#tokensOf(piece)) tokens.push(id)
  }

  /** Id of a folded word; undefined where no indexed text has it. */
  idOf(term: string): number | undefined {
    return this.#idsByLetter.get(term.charAt(0))?.get(term)
  }

  /**
   * Ids of the terms that begin with the prefix, ascending.
   * @param prefix folded, at least one letter
   * @param ignoreArticle also match terms that begin with the prefix once their Arabic article is removed
   */
  idsWithPrefix(prefix: string, ignoreArticle: boolean): Uint32Array {
    const ids: number[] = []
    // Maps iterate in the order of insertion, so ids are found in ascending order.
    for (const [term, id] of this.#idsByLetter.get(prefix.charAt(0)) ?? [])
      if (term.startsWith(prefix)) ids.push(id)
    if (!ignoreArticle) return Uint32Array.from(ids)
    const bareIds: number[] = []
    for (const [id, bareTerm] of this.#bareTermsByLetter.get(prefix.charAt(0)) ?? [])
      if (bareTerm.startsWith(prefix)) bareIds.push(id)
    // A term can match both with its article and without.
    return bareIds.length === 0
      ? Uint32Array.from(ids)
      : Uint32Array.from(new Set([...ids, ...bareIds])).toSorted()
  }

  /** Frees the cache that only `tokenize` needs; to be called when no more texts will be read. */
  clearCache(): void {
    this.#tokenCache.clear()
  }

  #tokensOf(piece: string): readonly number[] {
    const cached = this.#tokenCache.get(piece)
    if (cached) return cached
    const tokens = foldWords(piece).map((term) => this.#idOrNew(term))
    if (this.#tokenCache.size === TOKEN_CACHE_SIZE) this.#tokenCache.clear()
    this.#tokenCache.set(piece, tokens)
    return tokens
  }

  #idOrNew(term: string): number {
    const ids = mapOfLetter(this.#idsByLetter, term)
    const known = ids.get(term)
    if (known !== undefined) return known
    const id = this.#nextId
    this.#nextId += 1
    ids.set(term, id)
    const bareTerm = withoutArticle(term)
    if (bareTerm !== term) mapOfLetter(this.#bareTermsByLetter, bareTerm).set(id, bareTerm)
    return id
  }
}

/** The map of the term's first letter; a new one is added where there is none. */
function mapOfLetter<Key, Value>(maps: Map<string, Map<Key, Value>>, term: string): Map<Key, Value> {
  const letter = term.charAt(0)
  let map = maps.get(letter)
  if (!map) maps.set(letter, (map = new Map<Key, Value>()))
  return map
}
