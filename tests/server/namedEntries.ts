import type { Dictionaries } from '../../src/incidents/columns.ts'
import type { Incident } from '../../src/incidents/incident.ts'
import { placeChain, placeIndex } from '../../src/incidents/placeChains.ts'
import type { NamedEntries } from '../../src/query/servedDataset.ts'

/** Collects what the indices of one answer stand for. */
export interface EntryCollector {
  /** @param index into the dictionary of places; null and undefined name nothing */
  place(index: number | null | undefined): void
  entry(dictionary: keyof NamedEntries, index: number): void
  /** The actors and the place that a full record names by id. */
  record(incident: Incident): void
  /** Everything so far, ascending by index, places with their ancestors. */
  named(): NamedEntries
}

export function entryCollector(dictionaries: Dictionaries): EntryCollector {
  const { actors, places, publishers, tags } = dictionaries
  const indexOfPlace = placeIndex(places)
  const indexOfActor = new Map(actors.map(({ id }, at) => [id, at]))
  const taken = {
    actors: new Set<number>(),
    places: new Set<number>(),
    publishers: new Set<number>(),
    tags: new Set<number>(),
  }
  const place = (index: number | null | undefined) => {
    if (index === null || index === undefined) return
    for (const each of placeChain(places, indexOfPlace, index)) taken.places.add(each)
  }
  return {
    place,
    entry: (dictionary, index) => (dictionary === 'places' ? place(index) : taken[dictionary].add(index)),
    record(incident) {
      place(indexOfPlace.get(incident.place.id))
      for (const { id } of incident.actors) {
        const index = indexOfActor.get(id)
        if (index !== undefined) taken.actors.add(index)
      }
    },
    named: () => ({
      actors: entriesAt(actors, taken.actors),
      places: entriesAt(places, taken.places),
      publishers: entriesAt(publishers, taken.publishers),
      tags: entriesAt(tags, taken.tags),
    }),
  }
}

function entriesAt<Entry>(entries: readonly Entry[], taken: ReadonlySet<number>): [number, Entry][] {
  return [...taken]
    .toSorted((a, b) => a - b)
    .flatMap((index): [number, Entry][] => {
      const entry = entries[index]
      return entry === undefined ? [] : [[index, entry]]
    })
}
