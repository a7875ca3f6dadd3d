import { gunzipSync } from 'fflate'
import type { GeoPrecision } from '../../incidents/vocabulary.ts'
import { countryCode } from '../fields/countryField.ts'
import type { RowPlace } from '../rowIncident.ts'
import { exactKey, placeKey, regionKey } from './placeName.ts'

/** A place that was found by its name. */
export interface FoundPlace {
  /** Degrees, WGS 84: of the town, or of the middle of the region. */
  lng: number
  lat: number
  /** `town` for a locality, `district` for the seat of a district, `region` for a first-level division. */
  precision: Extract<GeoPrecision, 'town' | 'district' | 'region'>
  /** As the gazetteer writes it. */
  name: string
}

/** Looks up places by name. */
export interface Gazetteer {
  /**
   * The one place of that name in the stated country, and in the region where that is stated and known. Where no
   * locality is stated, or none of that name is known, the district and then the region are looked up, with their
   * precision. `ambiguous`: several places have the name. A country alone is never a position.
   */
  lookUp(
    place: Pick<RowPlace, 'country' | 'region' | 'district' | 'locality'>,
  ): FoundPlace | 'none' | 'ambiguous'
}

/** A line of the file. */
interface Entry {
  /** Code of the first-level division, unique in its country. */
  region: string
  lng: number
  lat: number
  names: string[]
}

interface Country {
  places: ReadonlyMap<string, readonly Entry[]>
  regions: ReadonlyMap<string, readonly Entry[]>
}

const title = 'incident-atlas gazetteer 1\t'

/**
 * @param bytes public/gazetteer/places.tsv.gz, packed, or unpacked as some hosts hand it out
 * @throws Error where they are not that file
 */
export function createGazetteer(bytes: Uint8Array): Gazetteer {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const text = new TextDecoder().decode(isPacked ? gunzipSync(bytes) : bytes)
  if (!text.startsWith(title)) throw new Error('this is no gazetteer that can be read')
  const sections = sectionsOf(text)
  const countries = new Map<string, Country>()
  return {
    lookUp({ country, region, district, locality }) {
      const code = countryCode(country ?? '')
      const section = code === undefined ? undefined : sections.get(code)
      if (code === undefined || section === undefined) return 'none'
      const known = countries.get(code) ?? readCountry(section, code)
      countries.set(code, known)
      return lookUpIn(known, code, { region, district, locality })
    },
  }
}

/** The part of the text on each country. */
function sectionsOf(text: string): Map<string, string> {
  const sections = text.split('\n=').slice(1)
  return new Map(sections.map((section) => [section.slice(0, 2), section.slice(3)]))
}

function readCountry(section: string, code: string): Country {
  const places = new Map<string, Entry[]>()
  const regions = new Map<string, Entry[]>()
  for (const line of section.split('\n')) {
    const [first = '', lat, lng, names = ''] = line.split('\t')
    if (lat === undefined || lng === undefined) continue
    const isRegion = first.startsWith('+')
    const region = isRegion ? first.slice(1) : first
    const entry = { region, lng: Number(lng), lat: Number(lat), names: names.split('|') }
    const keys = new Set(entry.names.map((name) => (isRegion ? regionKey(name, code) : placeKey(name, code))))
    for (const key of keys) append(isRegion ? regions : places, key, entry)
  }
  return { places, regions }
}

function append(entries: Map<string, Entry[]>, key: string, entry: Entry): void {
  if (key === '') return
  const known = entries.get(key)
  if (known) known.push(entry)
  else entries.set(key, [entry])
}

function lookUpIn(
  { places, regions }: Country,
  country: string,
  { region, district, locality }: Pick<RowPlace, 'region' | 'district' | 'locality'>,
): FoundPlace | 'none' | 'ambiguous' {
  const divisions = isStated(region) ? (regions.get(regionKey(region, country)) ?? []) : []
  const codes = new Set(divisions.map((division) => division.region))
  const candidates = (name: string, key: string) => {
    const named = places.get(key) ?? []
    return only(codes.size === 0 ? named : named.filter((place) => codes.has(place.region)), name)
  }
  const found = [
    isStated(locality) ? withPrecision(candidates(locality, placeKey(locality, country)), 'town') : 'none',
    isStated(district)
      ? withPrecision(candidates(district, regionKey(district, country)), 'district')
      : 'none',
    isStated(region) ? withPrecision(only(divisions, region), 'region') : 'none',
  ] as const
  return found.find((one) => typeof one !== 'string') ?? found.find((one) => one === 'ambiguous') ?? 'none'
}

/** Code units of the longest name that is looked up. */
const LONGEST = 200

function isStated(name: string | undefined): name is string {
  return name !== undefined && name.length <= LONGEST && name.trim() !== ''
}

/** The one entry; of several, the one whose name is exactly as asked for. */
function only(entries: readonly Entry[], name: string): Entry | 'none' | 'ambiguous' {
  const [first, second] = entries
  if (!first) return 'none'
  if (!second) return first
  const wanted = exactKey(name)
  const [exact, another] = entries.filter(({ names }) => names.some((one) => exactKey(one) === wanted))
  return exact && !another ? exact : 'ambiguous'
}

function withPrecision(
  found: Entry | 'none' | 'ambiguous',
  precision: FoundPlace['precision'],
): FoundPlace | 'none' | 'ambiguous' {
  if (typeof found === 'string') return found
  const { lng, lat, names } = found
  return { lng, lat, precision, name: names[0] ?? '' }
}
