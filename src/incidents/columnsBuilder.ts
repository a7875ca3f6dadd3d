import {
  byCodeColumn,
  byCodesColumn,
  byIdsColumn,
  idsIn,
  shortIds,
  type Dictionaries,
  type IncidentColumns,
  type IncidentTexts,
  type ListColumn,
  type TextColumn,
} from './columns.ts'
import { LATEST_DAY, parseDay, type Day } from './day.ts'
import { byId, codeFieldIds, codesFieldIds, fields, idsFieldIds, type FieldIdOf } from './fields.ts'
import { growable, growableLists, growableTexts, type GrowableLists, type GrowableTexts } from './growable.ts'
import { growableDictionary } from './growableDictionary.ts'
import type { Actor, Incident, Place, SourceReport } from './incident.ts'
import { givenPosition } from './place.ts'
import { permuteColumns, permuteText } from './permuteColumns.ts'
import { daysOfIncident } from './precision.ts'
import { publisherList, type PublisherList } from './publisherIds.ts'
import { sourceName } from './sourceName.ts'
import { canonicalUrl } from './sourceUrl.ts'
import { tollOf } from './toll.ts'
import { languages, timePrecisions, tollStandings } from './vocabulary.ts'

/** What a builder gives. */
export interface BuiltColumns {
  columns: IncidentColumns
  /** The texts of the same rows, in the same order. */
  texts: IncidentTexts
  /** Row r is the record that was appended as number `order[r]`, from 0; null where every row r is record r. */
  order: Uint32Array | null
}

/** Builds columns record by record, in any order; dictionaries may grow between records. */
export interface ColumnsBuilder {
  /** Adds an actor, which records appended later may name. @throws RangeError where another actor has its id */
  addActor(actor: Actor): void
  /** Adds a place, which records appended later may name. @throws RangeError where another place has its id */
  addPlace(place: Place): void
  /**
   * Adds a record as a row.
   * @param urls `canonicalUrls` of its sources, where they are at hand
   * @throws RangeError where the record names an actor or a place that is not added yet, a code that its vocabulary
   *   lacks, or a text that is not a day; no row is added then
   */
  append(incident: Incident, urls?: string): void
  /**
   * The columns of all records, sorted by their first day; records of the same day stay in append order. Nothing may be
   * appended, and nothing built, afterwards.
   */
  build(): BuiltColumns
  /** The same in steps of about a tenth of a second for a million records: yields after each. */
  buildInSteps(): Generator<void, BuiltColumns, void>
}

/**
 * An empty builder.
 * @param actors the first entries of the dictionary of actors; more may be added later
 * @param places the first entries of the dictionary of places; more may be added later
 * @param publishers to which those of the records are added
 * @param textsOf makes the columns of texts: `emptyTexts` for who does not need them, which saves their copies
 * @throws RangeError where two actors or two places have the same id
 */
export function createColumnsBuilder(
  actors: readonly Actor[] = [],
  places: readonly Place[] = [],
  publishers: PublisherList = publisherList(),
  textsOf: () => GrowableTexts = growableTexts,
): ColumnsBuilder {
  const actorEntries = growableDictionary('actor', actors)
  const placeEntries = growableDictionary('place', places)
  const tags = growableDictionary<{ id: string }>('tag')
  const drafts = emptyDrafts(textsOf)
  let lastDay = -Infinity
  let isInOrder = true

  const indexOfTag = (id: string) => {
    if (!tags.has(id)) tags.add({ id })
    return tags.indexOf(id)
  }

  return {
    addActor: (actor) => actorEntries.add(actor),
    addPlace: (place) => placeEntries.add(place),
    append(incident, urls = canonicalUrls(incident.sources)) {
      // Everything that can throw comes before the first push, so that no column gets part of a refused record.
      const days = daysOf(incident)
      const place = placeEntries.indexOf(incident.place.id)
      const actorIds = once(incident.actors.map(({ id }) => actorEntries.indexOf(id)))
      const codes = drafts.codes.map(({ codeOf, of }) => codeOf(of(incident)))
      const codesOf = drafts.codesOf.map(({ codeOf, of }) => once((of(incident) ?? []).map(codeOf)))
      const publisherIds = once(publishersOf(incident, publishers))
      const tagIds = once((incident.tags ?? []).map(indexOfTag))
      isInOrder &&= days.start >= lastDay
      lastDay = days.start
      drafts.id.push(incident.id)
      appendDays(drafts, days)
      appendPlace(drafts, incident, place)
      codes.forEach((code, i) => drafts.codes[i]?.rows.push(code))
      codesOf.forEach((row, i) => appendCodes(drafts.codesOf[i], row))
      drafts.ids.actor.push(actorIds)
      drafts.ids.publisher.push(publisherIds)
      drafts.ids.tag.push(tagIds)
      appendDeaths(drafts, incident)
      drafts.sources.push(Math.min(incident.sources.length, UINT16_MAX))
      appendTexts(drafts, incident, urls)
    },
    build() {
      const steps = this.buildInSteps()
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
      }
    },
    *buildInSteps() {
      const dictionaries: Dictionaries = {
        actors: actorEntries.entries(),
        places: placeEntries.entries(),
        publishers: publishers.taken(),
        tags: idsIn(tags.entries()),
      }
      const columns = takeColumns(drafts, dictionaries)
      yield
      const order = isInOrder ? null : rowsByDay(columns.day)
      const texts = yield* takeTexts(drafts, columns.rows, order)
      return { columns: order ? permuteColumns(columns, order) : columns, texts, order }
    },
  }
}

const UINT16_MAX = 0xffff

type Drafts = ReturnType<typeof emptyDrafts>

/** The columns while they grow. */
function emptyDrafts(textsOf: () => GrowableTexts) {
  return {
    id: textsOf(),
    dayFrom: growable(Int32Array),
    dayTo: growable(Int32Array),
    day: growable(Int32Array),
    days: growable(Uint16Array),
    // Plain arrays: typed arrays of integers and of fractions in the one `push` would make all of them slow.
    lng: [] as number[],
    lat: [] as number[],
    timePrecision: growable(Uint8Array),
    deaths: growable(Uint8Array),
    fatalitiesMin: growable(Int32Array),
    fatalitiesMax: growable(Int32Array),
    sources: growable(Uint16Array),
    place: growable(Uint32Array),
    codes: codeFieldIds.map((id) => ({
      id,
      of: fields[id].of,
      codeOf: coder(fields[id].vocabulary),
      rows: growable(Uint8Array),
    })),
    ids: byId(idsFieldIds, () => growableLists()),
    codesOf: codesFieldIds.map(emptyCodesDraft),
    title: byId(languages, textsOf),
    summary: byId(languages, textsOf),
    urls: textsOf(),
  }
}

interface CodesDraft {
  id: FieldIdOf<'codes'>
  of: (incident: Incident) => readonly string[] | undefined
  codeOf: (word: string) => number
  rows: GrowableLists
  /** Whether any record gives a value, so that the data set has the column. */
  isNamed: boolean
}

function emptyCodesDraft(id: FieldIdOf<'codes'>): CodesDraft {
  const { of, vocabulary } = fields[id]
  return { id, of, codeOf: coder(vocabulary), rows: growableLists(), isNamed: false }
}

function appendDays(drafts: Drafts, { start, end, from, to, precision }: ReturnType<typeof daysOf>): void {
  drafts.day.push(start)
  drafts.days.push(Math.min(end - start, UINT16_MAX))
  drafts.dayFrom.push(from)
  drafts.dayTo.push(to)
  drafts.timePrecision.push(timePrecisions.indexOf(precision))
}

function appendPlace(drafts: Drafts, { place }: Incident, index: number): void {
  drafts.place.push(index)
  const position = givenPosition(place)
  drafts.lng.push(position ? position[0] : NaN)
  drafts.lat.push(position ? position[1] : NaN)
}

function appendCodes(draft: CodesDraft | undefined, codes: readonly number[]): void {
  if (!draft) return
  if (codes.length > 0) draft.isNamed = true
  draft.rows.push(codes.length > 0 ? codes : [draft.codeOf(fields[draft.id].notKnown)])
}

function appendDeaths(drafts: Drafts, { casualties = [] }: Incident): void {
  const deaths = tollOf(casualties, 'killed')
  drafts.deaths.push(tollStandings.indexOf(deaths.standing))
  drafts.fatalitiesMin.push(deaths.min ?? -1)
  drafts.fatalitiesMax.push(deaths.max ?? -1)
}

function appendTexts(drafts: Drafts, incident: Incident, urls: string): void {
  for (const language of languages) {
    drafts.title[language].push(incident.title[language] ?? '')
    drafts.summary[language].push(incident.summary[language] ?? '')
  }
  drafts.urls.push(urls)
}

/** The indices of the publishers of the sources; a source with neither a publisher nor a URL has none. */
function publishersOf({ sources }: Incident, publishers: PublisherList): number[] {
  const ids: number[] = []
  for (const source of sources) {
    const name = sourceName(source)
    if (name !== '') ids.push(publishers.indexOf(name, source.url))
  }
  return ids
}

/** The URLs of sources and of their archived copies in canonical form (`canonicalUrl`), each once, one a line. */
export function canonicalUrls(sources: readonly SourceReport[]): string {
  const addresses = new Set<string>()
  for (const { url, archived } of sources) {
    if (url === undefined && archived === undefined) continue
    for (const address of [url, archived]) {
      const canonical = address === undefined ? undefined : canonicalUrl(address)
      if (canonical !== undefined) addresses.add(canonical)
    }
  }
  return addresses.size === 0 ? '' : [...addresses].join('\n')
}

function takeColumns(drafts: Drafts, dictionaries: Dictionaries): IncidentColumns {
  const lists = (draft: GrowableLists, words: number): ListColumn => {
    const { offsets, ids } = draft.taken()
    return { offsets, ids: shortIds(ids, words) }
  }
  const day = drafts.day.taken()
  return {
    rows: day.length,
    id: drafts.id.taken(),
    day,
    days: drafts.days.taken(),
    dayFrom: drafts.dayFrom.taken(),
    dayTo: drafts.dayTo.taken(),
    lng: new Float32Array(drafts.lng),
    lat: new Float32Array(drafts.lat),
    timePrecision: drafts.timePrecision.taken(),
    deaths: drafts.deaths.taken(),
    fatalitiesMin: drafts.fatalitiesMin.taken(),
    fatalitiesMax: drafts.fatalitiesMax.taken(),
    sources: drafts.sources.taken(),
    place: shortIds(drafts.place.taken(), dictionaries.places.length),
    ...byCodeColumn((id) => draftOf(drafts.codes, id).rows.taken()),
    ...byIdsColumn((id) => lists(drafts.ids[id], dictionaries[fields[id].column].length)),
    ...byCodesColumn((id) => {
      const { isNamed, rows } = draftOf(drafts.codesOf, id)
      return isNamed ? lists(rows, fields[id].vocabulary.length) : undefined
    }),
    dictionaries,
  }
}

function draftOf<Draft extends { id: string }>(drafts: readonly Draft[], id: Draft['id']): Draft {
  const draft = drafts.find((each) => each.id === id)
  if (!draft) throw new RangeError(`no column of ${id}`)
  return draft
}

/** The texts in their order, one column after another: each is the largest thing that is held twice. */
function* takeTexts(
  drafts: Drafts,
  rows: number,
  order: Uint32Array | null,
): Generator<void, IncidentTexts, void> {
  const take = (draft: GrowableTexts) => (order ? permuteText(draft.taken(), order) : draft.taken())
  const title = yield* takeInLanguages(drafts.title, take)
  const summary = yield* takeInLanguages(drafts.summary, take)
  return { rows, title, summary, urls: take(drafts.urls) }
}

function* takeInLanguages(
  drafts: Drafts['title'],
  take: (draft: GrowableTexts) => TextColumn,
): Generator<void, IncidentTexts['title'], void> {
  const en = take(drafts.en)
  yield
  const ar = take(drafts.ar)
  yield
  const fr = take(drafts.fr)
  yield
  return { en, ar, fr }
}

/** All rows in ascending order of their days, rows of one day in the order in which they are: a sort by counting. */
function rowsByDay(day: Int32Array): Uint32Array {
  const first = day.reduce((least, each) => Math.min(least, each), LATEST_DAY)
  const last = day.reduce((most, each) => Math.max(most, each), first)
  /** Entry d: how many rows lie before day `first + d`. */
  const before = new Uint32Array(last - first + 2)
  for (const each of day) before[each - first + 1] = (before[each - first + 1] ?? 0) + 1
  for (let d = 1; d < before.length; d += 1) before[d] = (before[d] ?? 0) + (before[d - 1] ?? 0)
  const rows = new Uint32Array(day.length)
  for (let row = 0; row < day.length; row += 1) {
    const d = (day[row] ?? 0) - first
    const place = before[d] ?? 0
    rows[place] = row
    before[d] = place + 1
  }
  return rows
}

/**
 * The stated first and last day (`start`, `end`) of a record, and both widened by its time precision (`from`, `to`).
 * @throws RangeError where either text is not a day
 */
function daysOf({ id, date }: Incident) {
  const start = dayOf(date.start, id)
  const end = date.end === undefined ? start : dayOf(date.end, id)
  return { start, end, ...daysOfIncident(start, end, date.precision), precision: date.precision }
}

function dayOf(text: string, id: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`incident ${id}: "${text}" is not a day`)
  return day
}

/** Gives the index of a word in its vocabulary. The function throws RangeError where the vocabulary lacks the word. */
function coder(vocabulary: readonly string[]): (word: string) => number {
  const codes = new Map(vocabulary.map((word, code) => [word, code]))
  return (word) => {
    const code = codes.get(word)
    if (code === undefined) throw new RangeError(`"${word}" is none of ${vocabulary.join(', ')}`)
    return code
  }
}

function once(ids: readonly number[]): readonly number[] {
  return ids.length < 2 || (ids.length === 2 && ids[0] !== ids[1]) ? ids : [...new Set(ids)]
}
