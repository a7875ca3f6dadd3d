import type { IncidentColumns } from '../../incidents/columns.ts'
import { canonicalUrls, createColumnsBuilder } from '../../incidents/columnsBuilder.ts'
import { emptyTexts, growable, growableLists } from '../../incidents/growable.ts'
import type { Actor, Incident, Place } from '../../incidents/incident.ts'
import { publisherList } from '../../incidents/publisherIds.ts'
import { languages } from '../../incidents/vocabulary.ts'
import { keyOf } from '../keyOf.ts'
import { urlHash } from '../urlHash.ts'
import type { Tokenizer } from './tokenizer.ts'

/** A record with the row number that its load gives it, and what is written of it. */
export interface NumberedRecord {
  row: number
  incident: Incident
  /** Canonical URLs of its sources. */
  urls: readonly string[]
}

/** List of numbers for each record: those of record r are `ids[offsets[r]]` to `ids[offsets[r + 1] - 1]`. */
interface Lists {
  offsets: Uint32Array
  ids: Uint32Array
}

/** A batch of records as the engine's columns have them, but for their texts, with indices of the batch's own dictionaries. */
export interface Batch {
  /** One row for each record, by day. */
  columns: IncidentColumns
  /** Row r of the columns is record `order[r]` of what follows; null where it is record r. */
  order: Uint32Array | null
  /** Row numbers of the load. */
  rows: Float64Array
  /** `keyOf` gives both. */
  keys: Uint32Array
  tiers: Uint8Array
  /** Of titles, then summaries, in the order of `languages`: indices of the tokenizer's words + 1, 0 between two texts. */
  tokens: Lists
  /** `urlHash` of each canonical URL. */
  urls: Lists
  /** By index of the batch's publisher: by domain, how many of its sources are there. */
  domains: readonly ReadonlyMap<string, number>[]
}

/** Finds the entries that records name. */
export interface EntriesToLoad {
  actors: ReadonlyMap<string, Actor>
  places: ReadonlyMap<string, Place>
}

/** Makes one batch, record by record, so that no record is kept. */
export class BatchBuilder {
  private readonly given: EntriesToLoad
  private readonly tokenizer: Tokenizer
  private readonly publishers = publisherList()
  private readonly builder = createColumnsBuilder([], [], this.publishers, emptyTexts)
  private readonly named = { actors: new Set<string>(), places: new Set<string>() }
  private readonly rows = growable(Float64Array)
  private readonly keys = growable(Uint32Array)
  private readonly tiers = growable(Uint8Array)
  private readonly tokens = growableLists()
  private readonly urls = growableLists()

  constructor(given: EntriesToLoad, tokenizer: Tokenizer) {
    this.given = given
    this.tokenizer = tokenizer
  }

  /**
   * Adds a record.
   * @returns what is to be written of it
   * @throws RangeError where it names an actor or place that is not given, or has a value that the columns cannot hold
   */
  add(row: number, incident: Incident): NumberedRecord {
    this.addEntries(incident)
    const addresses = canonicalUrls(incident.sources)
    this.builder.append(incident, addresses)
    const { key, tier } = keyOf(incident.id)
    const urls = addresses === '' ? [] : addresses.split('\n')
    this.rows.push(row)
    this.keys.push(key)
    this.tiers.push(tier)
    this.tokens.push(tokensOf(incident, this.tokenizer))
    this.urls.push(urls.map(urlHash))
    return { row, incident, urls }
  }

  build(): Batch {
    const { columns, order } = this.builder.build()
    return {
      columns,
      order,
      rows: this.rows.taken(),
      keys: this.keys.taken(),
      tiers: this.tiers.taken(),
      tokens: this.tokens.taken(),
      urls: this.urls.taken(),
      domains: columns.dictionaries.publishers.map((_, index) => this.publishers.domainsOf(index)),
    }
  }

  /** Adds the entries that the record is the first to name. */
  private addEntries({ actors, place }: Incident): void {
    for (const { id } of actors) {
      if (this.named.actors.has(id)) continue
      this.builder.addActor(entryOf(this.given.actors, id))
      this.named.actors.add(id)
    }
    if (this.named.places.has(place.id)) return
    this.builder.addPlace(entryOf(this.given.places, place.id))
    this.named.places.add(place.id)
  }
}

function entryOf<T>(entries: ReadonlyMap<string, T>, id: string): T {
  const entry = entries.get(id)
  if (entry === undefined) throw new RangeError(`a record names "${id}", which no dictionary has`)
  return entry
}

function tokensOf({ title, summary }: Incident, tokenizer: Tokenizer): number[] {
  const tokens: number[] = []
  for (const translated of [title, summary])
    for (const language of languages) {
      const text = translated[language]
      if (text === undefined) continue
      const before = tokens.length
      if (before > 0) tokens.push(0)
      tokenizer.addTokens(text, tokens)
      // No word: nothing to be parted.
      if (before > 0 && tokens.length === before + 1) tokens.pop()
    }
  return tokens
}
