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
} from './columns.ts'
import { LATEST_DAY, parseDay, type Day } from './day.ts'
import { byId, codeFieldIds, codesFieldIds, fields, idsFieldIds, type FieldIdOf } from './fields.ts'
import { growable, growableLists, growableTexts, type GrowableLists } from './growable.ts'
import { growableDictionary } from './growableDictionary.ts'
import type { Actor, Incident, Place, SourceReport } from './incident.ts'
import { givenPosition } from './place.ts'
import { permuteColumns, permuteTexts } from './permuteColumns.ts'
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
   * @throws RangeError where the record names an actor or a place that is not added yet, a code that its vocabulary
   *   lacks, or a text that is not a day; no row is added then
   */
  append(incident: Incident): void
  /** The columns of all records so far, sorted by their first day; records of the same day stay in append order. */
  build(): BuiltColumns
}

/**
 * An empty builder.
 * @param actors the first entries of the dictionary of actors; more may be added later
 * @param places the first entries of the dictionary of places; more may be added later
 * @throws RangeError where two actors or two places have the same id
 */
export function createColumnsBuilder(
  actors: readonly Actor[] = [],
  places: readonly Place[] = [],
): ColumnsBuilder {
  const actorEntries = growableDictionary('actor', actors)
  const placeEntries = growableDictionary('place', places)
  const publishers = publisherList()
  const tags = growableDictionary<{ id: string }>('tag')
  const drafts = emptyDrafts()
  let lastDay = -Infinity
  let isInOrder = true

  const indexOfTag = (id: string) => {
    if (!tags.has(id)) tags.add({ id })
    return tags.indexOf(id)
  }

  return {
    addActor: (actor) => actorEntries.add(actor),
    addPlace: (place) => placeEntries.add(place),
    append(incident) {
      // Everything that can throw comes before the first push, so that no column gets part of a refused record.
      const days = daysOf(incident)
      const place = placeEntries.indexOf(incident.place.id)
      const actorIds = once(incident.actors.map(({ id }) => actorEntries.indexOf(id)))
      const codes = byId(codeFieldIds, (id) => codeOf(fields[id].vocabulary, fields[id].of(incident)))
      const codesOf = byId(codesFieldIds, (id) => codesIn(id, incident))
      const ids: Record<FieldIdOf<'ids'>, number[]> = {
        actor: actorIds,
        publisher: once(incident.sources.flatMap((source) => publisherOf(source, publishers))),
        tag: once((incident.tags ?? []).map(indexOfTag)),
      }
      isInOrder &&= days.start >= lastDay
      lastDay = days.start
      drafts.id.push(incident.id)
      appendDays(drafts, days)
      appendPlace(drafts, incident, place)
      for (const id of codeFieldIds) drafts.codes[id].push(codes[id])
      for (const id of codesFieldIds) appendCodes(drafts, id, codesOf[id])
      for (const id of idsFieldIds) drafts.ids[id].push(ids[id])
      appendDeaths(drafts, incident)
      drafts.sources.push(Math.min(incident.sources.length, UINT16_MAX))
      appendTexts(drafts, incident)
    },
    build() {
      const dictionaries: Dictionaries = {
        actors: actorEntries.entries(),
        places: placeEntries.entries(),
        publishers: publishers.taken(),
        tags: idsIn(tags.entries()),
      }
      const columns = takeColumns(drafts, dictionaries)
      const texts = takeTexts(drafts, columns.rows)
      if (isInOrder) return { columns, texts, order: null }
      const order = rowsByDay(columns.day)
      return { columns: permuteColumns(columns, order), texts: permuteTexts(texts, order), order }
    },
  }
}

const UINT16_MAX = 0xffff

type Drafts = ReturnType<typeof emptyDrafts>

/** The columns while they grow. */
function emptyDrafts() {
  return {
    id: growableTexts(),
    dayFrom: growable(Int32Array),
    dayTo: growable(Int32Array),
    day: growable(Int32Array),
    days: growable(Uint16Array),
    lng: growable(Float32Array),
    lat: growable(Float32Array),
    timePrecision: growable(Uint8Array),
    deaths: growable(Uint8Array),
    fatalitiesMin: growable(Int32Array),
    fatalitiesMax: growable(Int32Array),
    sources: growable(Uint16Array),
    place: growable(Uint32Array),
    codes: byId(codeFieldIds, () => growable(Uint8Array)),
    ids: byId(idsFieldIds, () => growableLists()),
    /** `isNamed`: whether any record gives a value, so that the data set has the column. */
    codesOf: byId(codesFieldIds, () => ({ rows: growableLists(), isNamed: false })),
    title: inLanguages(),
    summary: inLanguages(),
    urls: growableTexts(),
  }
}

function inLanguages() {
  return byId(languages, () => growableTexts())
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
  const [lng, lat] = givenPosition(place) ?? [NaN, NaN]
  drafts.lng.push(lng)
  drafts.lat.push(lat)
}

function appendCodes(drafts: Drafts, id: FieldIdOf<'codes'>, codes: readonly number[]): void {
  const draft = drafts.codesOf[id]
  if (codes.length > 0) draft.isNamed = true
  draft.rows.push(codes.length > 0 ? codes : [codeOf(fields[id].vocabulary, fields[id].notKnown)])
}

function appendDeaths(drafts: Drafts, { casualties = [] }: Incident): void {
  const deaths = tollOf(casualties, 'killed')
  drafts.deaths.push(tollStandings.indexOf(deaths.standing))
  drafts.fatalitiesMin.push(deaths.min ?? -1)
  drafts.fatalitiesMax.push(deaths.max ?? -1)
}

function appendTexts(drafts: Drafts, incident: Incident): void {
  for (const language of languages) {
    drafts.title[language].push(incident.title[language] ?? '')
    drafts.summary[language].push(incident.summary[language] ?? '')
  }
  drafts.urls.push([...new Set(incident.sources.flatMap(addressesOf))].join('\n'))
}

/** The index of the publisher of a source; [] where neither a publisher nor a URL is given. */
function publisherOf(source: SourceReport, publishers: PublisherList): number[] {
  const name = sourceName(source)
  return name === '' ? [] : [publishers.indexOf(name, source.url)]
}

function addressesOf(source: SourceReport): string[] {
  return [source.url, source.archived].flatMap((address) => {
    const canonical = address === undefined ? undefined : canonicalUrl(address)
    return canonical === undefined ? [] : [canonical]
  })
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
    lng: drafts.lng.taken(),
    lat: drafts.lat.taken(),
    timePrecision: drafts.timePrecision.taken(),
    deaths: drafts.deaths.taken(),
    fatalitiesMin: drafts.fatalitiesMin.taken(),
    fatalitiesMax: drafts.fatalitiesMax.taken(),
    sources: drafts.sources.taken(),
    place: shortIds(drafts.place.taken(), dictionaries.places.length),
    ...byCodeColumn((id) => drafts.codes[id].taken()),
    ...byIdsColumn((id) => lists(drafts.ids[id], dictionaries[fields[id].column].length)),
    ...byCodesColumn((id) => {
      const { isNamed, rows } = drafts.codesOf[id]
      return isNamed ? lists(rows, fields[id].vocabulary.length) : undefined
    }),
    dictionaries,
  }
}

function takeTexts(drafts: Drafts, rows: number): IncidentTexts {
  return {
    rows,
    title: byId(languages, (language) => drafts.title[language].taken()),
    summary: byId(languages, (language) => drafts.summary[language].taken()),
    urls: drafts.urls.taken(),
  }
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

/** The index of a word in its vocabulary. @throws RangeError where the vocabulary lacks it */
function codeOf(vocabulary: readonly string[], word: string): number {
  const code = vocabulary.indexOf(word)
  if (code < 0) throw new RangeError(`"${word}" is none of ${vocabulary.join(', ')}`)
  return code
}

function codesIn(id: FieldIdOf<'codes'>, incident: Incident): number[] {
  return once((fields[id].of(incident) ?? []).map((word) => codeOf(fields[id].vocabulary, word)))
}

function once(ids: readonly number[]): number[] {
  return [...new Set(ids)]
}
