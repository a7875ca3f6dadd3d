import { foldText } from '../../incidents/foldText.ts'
import type { Place } from '../../incidents/incident.ts'
import { unnamedPlace } from '../../incidents/unnamedPlace.ts'
import type { Language } from '../../incidents/vocabulary.ts'
import { countryCode, countryNames, isCountryCode } from '../fields/countryField.ts'
import type { RowPlace } from '../rowIncident.ts'
import { createAdoptedEntries } from './adoptedEntries.ts'
import { createFreeIds } from './freeIds.ts'
import { idOfName } from './incidentId.ts'
import { shortened } from './texts.ts'

/** Id of a place, and the ISO 3166-1 alpha-2 code of the country that it lies in. */
export interface FoundPlace {
  id: string
  iso: string | undefined
}

/** The places that records name, each once, each in what it lies in. */
export interface PlaceRegistry {
  /**
   * The most exact place that a record names, and the ISO 3166-1 alpha-2 code of its country where it is known.
   * Registers the place and those it lies in where they are new.
   * @param lang language of the names
   */
  placeOf(place: RowPlace, lang: Language): FoundPlace
  /**
   * Id of a place that a file gives with an id of its own.
   * @param entries of the file, by their own ids; one that is missing is named by its id, in the language `lang`
   */
  adopt(id: string, entries: ReadonlyMap<string, Place>, lang: Language): string
}

const LONGEST_NAME = 200

/** Places that are remembered by their names as written. */
const REMEMBERED = 20_000

/** @param add called with each new place, after the one that it lies in */
export function createPlaces(add: (place: Place) => void): PlaceRegistry {
  const byKey = new Map<string, Place>()
  const ids = createFreeIds()
  ids.take(unnamedPlace.id)
  const isoOf = createCountryCodes()
  /** By the most exact name, those that were found lately. */
  const lately = new Map<string, { lang: Language; place: RowPlace; found: FoundPlace }>()
  /** Names of the countries that are first named by a code, by that code. */
  const givenNames = new Map<string, Place['name']>()
  const adopted = createAdoptedEntries<Place>((id) => ids.take(id), add)

  function register(key: string, place: Omit<Place, 'id' | 'aliases'>, name: string): Place {
    const known = byKey.get(key)
    if (known) return known
    const entry: Place = { id: ids.take(idOfName(name)), aliases: [], ...place }
    byKey.set(key, entry)
    add(entry)
    return entry
  }

  function unnamed(): Place {
    if (!byKey.has('')) {
      byKey.set('', unnamedPlace)
      add(unnamedPlace)
    }
    return unnamedPlace
  }

  /** The name of a country as the file writes it; where it writes a code, the names by that code until it does. */
  function countryName(code: string, written: string, lang: Language): Place['name'] {
    const given = givenNames.get(code)
    if (isCountryCode(written)) {
      if (given) return given
      const names = { ...countryNames(code) }
      givenNames.set(code, names)
      return names
    }
    if (!given) return { [lang]: written }
    if (given[lang] === countryNames(code)[lang]) given[lang] = written
    return given
  }

  return {
    adopt(id, entries, lang) {
      if (entries.has(id)) return adopted.adopt(id, entries)
      if (id === unnamedPlace.id) return unnamed().id
      return adopted.adopt(id, new Map([[id, { id, kind: 'locality', name: { [lang]: id }, aliases: [] }]]))
    },
    placeOf(place, lang) {
      const name = place.locality ?? place.district ?? place.region ?? place.country ?? ''
      const known = lately.get(name)
      if (known?.lang === lang && haveSameNames(known.place, place)) return known.found
      if (lately.size >= REMEMBERED) lately.clear()
      const found = find(place, lang)
      lately.set(name, { lang, place, found })
      return found
    },
  }

  function find(place: RowPlace, lang: Language): FoundPlace {
    let iso: string | undefined
    let parent: Place | undefined
    for (const { kind, name } of namesOf(place)) {
      const code = kind === 'country' ? isoOf(name) : undefined
      iso ??= code
      const key: string = `${parent?.id ?? ''}\n${kind}\n${code ?? (foldText(name) || name)}`
      const entry = {
        kind,
        name: code === undefined ? { [lang]: name } : countryName(code, name, lang),
        ...(parent && { parent: parent.id }),
        ...(code && { iso: code }),
      }
      parent = register(key, entry, name)
    }
    return { id: (parent ?? unnamed()).id, iso }
  }
}

/** The names of a place from the country down, those that are given. */
function namesOf({ country, region, district, locality }: RowPlace): { kind: Place['kind']; name: string }[] {
  const named: { kind: Place['kind']; text: string | undefined }[] = [
    { kind: 'country', text: country },
    { kind: 'region', text: region },
    { kind: 'locality', text: district },
    { kind: 'locality', text: locality },
  ]
  return named
    .map(({ kind, text }) => ({ kind, name: shortened(text ?? '', LONGEST_NAME) }))
    .filter(({ name }) => name !== '')
}

/** Whether all names are written in the same way. */
function haveSameNames(a: RowPlace, b: RowPlace): boolean {
  return (
    a.country === b.country && a.region === b.region && a.district === b.district && a.locality === b.locality
  )
}

/** Codes by name, looked up once a name. */
function createCountryCodes(): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, countryCode(name))
    return known.get(name)
  }
}
