import {
  shortIds,
  type Dictionaries,
  type IncidentColumns,
  type IncidentTexts,
  type ListColumn,
} from './columns.ts'
import { parseDay, type Day } from './day.ts'
import { growable, growableLists, growableTexts, type GrowableLists } from './growable.ts'
import type { Actor, Incident, Place, SourceReport } from './incident.ts'
import { daysOfIncident } from './precision.ts'
import { publisherList } from './publisherIds.ts'
import { canonicalUrl } from './sourceUrl.ts'
import { tollOf } from './toll.ts'
import {
  eventTypes,
  geoPrecisions,
  languages,
  statuses,
  subEventTypes,
  timePrecisions,
  tollStandings,
} from './vocabulary.ts'

export interface ColumnsBuilder {
  /**
   * Adds a row.
   * @throws RangeError where the record names an actor or a place that the builder does not know, or no day
   */
  append(incident: Incident): void
  build(): { columns: IncidentColumns; texts: IncidentTexts }
}

/** Builds columns row by row; the ids of rows are those of the lists given, in their order. */
export function createColumnsBuilder(actors: readonly Actor[], places: readonly Place[]): ColumnsBuilder {
  const actorIndex = indexById(actors)
  const placeIndex = indexById(places)
  const publishers = publisherList()
  const tagIndex = new Map<string, number>()
  const cells = emptyCells()
  const texts = emptyTexts()

  function indexOfTag(tag: string): number {
    const index = tagIndex.get(tag) ?? tagIndex.size
    tagIndex.set(tag, index)
    return index
  }

  return {
    append(incident) {
      // Looked up first, so that a record that is refused leaves no half row.
      const rowActors = once(incident.actors.map(({ id }) => known(actorIndex, id, 'actor')))
      const place = known(placeIndex, incident.place.id, 'place')
      appendDays(cells, incident)
      cells.id.push(incident.id)
      cells.lng.push(incident.place.lng)
      cells.lat.push(incident.place.lat)
      cells.type.push(eventTypes.indexOf(incident.type))
      cells.subtype.push(subEventTypes.indexOf(incident.subtype))
      cells.status.push(statuses.indexOf(incident.status))
      cells.geoPrecision.push(geoPrecisions.indexOf(incident.place.precision))
      cells.timePrecision.push(timePrecisions.indexOf(incident.date.precision))
      const deaths = tollOf(incident.casualties ?? [], 'killed')
      cells.deaths.push(tollStandings.indexOf(deaths.standing))
      cells.fatalitiesMin.push(deaths.min ?? -1)
      cells.fatalitiesMax.push(deaths.max ?? -1)
      cells.actors.push(rowActors)
      cells.publishers.push(
        once(incident.sources.map(({ publisher, url }) => publishers.indexOf(publisher, url))),
      )
      cells.sources.push(Math.min(incident.sources.length, UINT16_MAX))
      cells.place.push(place)
      cells.tags.push(once((incident.tags ?? []).map(indexOfTag)))
      appendTexts(texts, incident)
    },
    build() {
      const dictionaries = {
        actors: [...actors],
        places: [...places],
        publishers: publishers.taken(),
        tags: [...tagIndex.keys()],
      }
      const columns = takeColumns(cells, dictionaries)
      const rows = columns.type.length
      return {
        columns: { rows, ...columns, dictionaries },
        texts: {
          rows,
          title: takeLanguages(texts.title),
          summary: takeLanguages(texts.summary),
          urls: texts.urls.taken(),
        },
      }
    },
  }
}

const UINT16_MAX = 0xffff

function emptyCells() {
  return {
    id: growableTexts(),
    dayFrom: growable(Int32Array),
    dayTo: growable(Int32Array),
    day: growable(Int32Array),
    days: growable(Uint16Array),
    lng: growable(Float32Array),
    lat: growable(Float32Array),
    type: growable(Uint8Array),
    subtype: growable(Uint8Array),
    status: growable(Uint8Array),
    geoPrecision: growable(Uint8Array),
    timePrecision: growable(Uint8Array),
    deaths: growable(Uint8Array),
    fatalitiesMin: growable(Int32Array),
    fatalitiesMax: growable(Int32Array),
    actors: growableLists(),
    publishers: growableLists(),
    sources: growable(Uint16Array),
    place: growable(Uint32Array),
    tags: growableLists(),
  }
}

function inLanguages() {
  return { en: growableTexts(), ar: growableTexts(), fr: growableTexts() }
}

function emptyTexts() {
  return { title: inLanguages(), summary: inLanguages(), urls: growableTexts() }
}

function takeColumns(cells: ReturnType<typeof emptyCells>, dictionaries: Dictionaries) {
  const { actors, places, publishers, tags } = dictionaries
  return {
    id: cells.id.taken(),
    dayFrom: cells.dayFrom.taken(),
    dayTo: cells.dayTo.taken(),
    day: cells.day.taken(),
    days: cells.days.taken(),
    lng: cells.lng.taken(),
    lat: cells.lat.taken(),
    type: cells.type.taken(),
    subtype: cells.subtype.taken(),
    status: cells.status.taken(),
    geoPrecision: cells.geoPrecision.taken(),
    timePrecision: cells.timePrecision.taken(),
    deaths: cells.deaths.taken(),
    fatalitiesMin: cells.fatalitiesMin.taken(),
    fatalitiesMax: cells.fatalitiesMax.taken(),
    actors: takeLists(cells.actors, actors.length),
    publishers: takeLists(cells.publishers, publishers.length),
    sources: cells.sources.taken(),
    place: shortIds(cells.place.taken(), places.length),
    tags: takeLists(cells.tags, tags.length),
  }
}

function takeLists(lists: GrowableLists, words: number): ListColumn {
  const { offsets, ids } = lists.taken()
  return { offsets, ids: shortIds(ids, words) }
}

function takeLanguages({ en, ar, fr }: ReturnType<typeof inLanguages>) {
  return { en: en.taken(), ar: ar.taken(), fr: fr.taken() }
}

function appendDays(cells: ReturnType<typeof emptyCells>, { id, date }: Incident): void {
  const start = dayOf(date.start, id)
  const end = date.end === undefined ? start : dayOf(date.end, id)
  const span = daysOfIncident(start, end, date.precision)
  cells.day.push(start)
  cells.dayFrom.push(span.from)
  cells.dayTo.push(span.to)
  cells.days.push(Math.min(end - start, UINT16_MAX))
}

function dayOf(text: string, id: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`incident ${id}: "${text}" is no day`)
  return day
}

function appendTexts(texts: ReturnType<typeof emptyTexts>, incident: Incident): void {
  for (const language of languages) {
    texts.title[language].push(incident.title[language] ?? '')
    texts.summary[language].push(incident.summary[language] ?? '')
  }
  texts.urls.push([...new Set(incident.sources.flatMap(addressesOf))].join('\n'))
}

function addressesOf(source: SourceReport): string[] {
  return [source.url, source.archived].flatMap((address) => {
    const canonical = address === undefined ? undefined : canonicalUrl(address)
    return canonical === undefined ? [] : [canonical]
  })
}

function indexById(items: readonly { id: string }[]): Map<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]))
}

function known<T>(index: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = index.get(id)
  if (found === undefined) throw new RangeError(`no ${what} has the id "${id}"`)
  return found
}

function once(ids: readonly number[]): number[] {
  return [...new Set(ids)]
}
