import {
  addEntry,
  publisherEntries,
  type GrowingDictionaries,
  type PublisherEntries,
} from './growingDictionaries.ts'
import { BatchBuilder, type Batch, type EntriesToLoad } from './batchBuilder.ts'
import type { BaseIndices } from './encodeRows.ts'
import { placeChains, type PlaceChain } from './placeChains.ts'
import type { TermIds } from './terms.ts'
import { createTokenizer } from './tokenizer.ts'

/** Words that the tokenizer keeps. */
const MOST_WORDS = 2_000_000

/** Begins batches, and gives what they name its indices in the base. */
export class BatchReader {
  private readonly base: GrowingDictionaries
  private readonly named: EntriesToLoad
  private readonly terms: TermIds
  private readonly publishers: PublisherEntries
  private readonly chainOf: (place: number) => PlaceChain
  private readonly tokenizer = createTokenizer()
  /** By token: id of the term; token 0 stands between two texts. */
  private termOfToken = Uint32Array.of(0)

  /** @param named what records may name; entries may be added until the last batch */
  constructor(base: GrowingDictionaries, named: EntriesToLoad, terms: TermIds) {
    this.base = base
    this.named = named
    this.terms = terms
    this.publishers = publisherEntries(base.publishers)
    this.chainOf = placeChains(base.places)
  }

  begin(): BatchBuilder {
    if (this.tokenizer.restartBeyond(MOST_WORDS)) this.termOfToken = Uint32Array.of(0)
    return new BatchBuilder(this.named, this.tokenizer)
  }

  /** The indices in the base of the batch that was begun last; new terms are in the base when it resolves. */
  async indicesOf(batch: Batch): Promise<BaseIndices> {
    const fresh = this.tokenizer.words().slice(this.termOfToken.length - 1)
    this.termOfToken = joined(this.termOfToken, await this.terms.idsOf(fresh))
    const { dictionaries } = batch.columns
    const indexOf = ({ indexOfId }: { indexOfId: ReadonlyMap<string, number> }, { id }: { id: string }) => {
      const index = indexOfId.get(id)
      if (index === undefined) throw new RangeError(`no entry "${id}"`)
      return index
    }
    const places = Uint32Array.from(dictionaries.places, (place) => indexOf(this.base.places, place))
    const noDomains: ReadonlyMap<string, number> = new Map()
    return {
      actors: Uint32Array.from(dictionaries.actors, (actor) => indexOf(this.base.actors, actor)),
      places,
      publishers: Uint32Array.from(dictionaries.publishers, ({ name }, index) =>
        this.publishers.indexOf(name, batch.domains[index] ?? noDomains),
      ),
      tags: Uint32Array.from(
        dictionaries.tags,
        (id) => this.base.tags.indexOfId.get(id) ?? addEntry(this.base.tags, { id }),
      ),
      terms: this.termOfToken,
      chains: Array.from(places, this.chainOf),
    }
  }

  /** To be called when all records have been read. */
  finish(): void {
    this.publishers.finish()
  }
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array<ArrayBuffer> {
  const both = new Uint32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
