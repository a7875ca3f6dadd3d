import { textAt, type IncidentColumns, type IncidentTexts } from '../../incidents/columns.ts'
import { createColumnsBuilder } from '../../incidents/columnsBuilder.ts'
import { growableLists } from '../../incidents/growable.ts'
import type { Actor, Incident, Place } from '../../incidents/incident.ts'
import { publisherList } from '../../incidents/publisherIds.ts'
import { languages } from '../../incidents/vocabulary.ts'
import { urlHash } from '../urlHash.ts'
import type { Tokenizer } from './tokenizer.ts'

/** A record with the row number that its load gives it. */
export interface NumberedRecord {
  row: number
  incident: Incident
}

/** List of numbers for each row: those of row r are `ids[offsets[r]]` to `ids[offsets[r + 1] - 1]`. */
interface Lists {
  offsets: Uint32Array
  ids: Uint32Array
}

/** A batch of records as the engine's columns have them, with indices of the batch's own dictionaries. */
export interface BatchColumns {
  /** In the order of the columns. */
  records: readonly NumberedRecord[]
  columns: IncidentColumns
  texts: IncidentTexts
  /** Of titles, then summaries, in the order of `languages`: indices of the tokenizer's words + 1, 0 between two texts. */
  tokens: Lists
  /** `urlHash` of each canonical URL. */
  urls: Lists
  /** By index of the batch's publisher: by domain, how many of its sources are there. */
  domains: readonly ReadonlyMap<string, number>[]
}

/** Finds the entries that records name. */
export interface NamedEntries {
  actors: ReadonlyMap<string, Actor>
  places: ReadonlyMap<string, Place>
}

/** @throws RangeError where a record names an actor or place that is not given, or has a value that the columns cannot hold */
export function batchColumns(
  batch: readonly NumberedRecord[],
  given: NamedEntries,
  tokenizer: Tokenizer,
): BatchColumns {
  const publishers = publisherList()
  const builder = createColumnsBuilder(
    entriesOf(given.actors, batch, ({ actors }) => actors.map(({ id }) => id)),
    entriesOf(given.places, batch, ({ place }) => [place.id]),
    publishers,
  )
  for (const { incident } of batch) builder.append(incident)
  const { columns, texts, order } = builder.build()
  const records = order ? Array.from(order, (at) => recordAt(batch, at)) : batch
  return {
    records,
    columns,
    texts,
    tokens: tokensOf(records, tokenizer),
    urls: urlsOf(texts),
    domains: columns.dictionaries.publishers.map((_, index) => publishers.domainsOf(index)),
  }
}

function recordAt(batch: readonly NumberedRecord[], at: number): NumberedRecord {
  const record = batch[at]
  if (!record) throw new RangeError(`no record ${at}`)
  return record
}

/** The entries that the batch names, each once. */
function entriesOf<T>(
  given: ReadonlyMap<string, T>,
  batch: readonly NumberedRecord[],
  idsOf: (incident: Incident) => string[],
): T[] {
  const ids = new Set<string>()
  for (const { incident } of batch) for (const id of idsOf(incident)) ids.add(id)
  return Array.from(ids, (id) => {
    const entry = given.get(id)
    if (entry === undefined) throw new RangeError(`a record names "${id}", which no dictionary has`)
    return entry
  })
}

function tokensOf(records: readonly NumberedRecord[], tokenizer: Tokenizer): Lists {
  const lists = growableLists()
  for (const { incident } of records) {
    const tokens: number[] = []
    for (const translated of [incident.title, incident.summary])
      for (const language of languages) {
        const text = translated[language]
        if (text === undefined) continue
        const words = tokenizer.tokensOf(text)
        if (tokens.length > 0 && words.length > 0) tokens.push(0)
        for (const word of words) tokens.push(word + 1)
      }
    lists.push(tokens)
  }
  return lists.taken()
}

function urlsOf({ rows, urls }: IncidentTexts): Lists {
  const lists = growableLists()
  for (let row = 0; row < rows; row += 1) lists.push(linesOf(textAt(urls, row)).map(urlHash))
  return lists.taken()
}

/** The lines of a text; [] of ''. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
