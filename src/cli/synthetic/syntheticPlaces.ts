import type { Place } from '../../incidents/incident.ts'
import { capital, inventWord } from './inventedWords.ts'
import { skewed, type Random } from './random.ts'

/**
 * Centres of the invented countries in populated parts of the world: [lng, lat, spread], in degrees. Only these positions
 * are real.
 */
const heartlands: readonly (readonly [number, number, number])[] = [
  [37, 35, 2],
  [44, 33, 3],
  [35, 32, 1],
  [45, 15, 3],
  [32, 49, 4],
  [30, 15, 5],
  [67, 34, 4],
  [8, 10, 4],
  [-2, 14, 5],
  [28, -1, 4],
  [45, 3, 3],
  [39, 9, 3],
  [96, 21, 3],
  [-102, 20, 5],
  [-75, 5, 4],
  [-46, -12, 8],
  [78, 24, 6],
  [72, 32, 3],
  [122, 9, 3],
  [20, 30, 4],
  [37, -15, 4],
  [-88, 14, 2],
]

/** A town where incidents happen, with the region and country that it lies in. Degrees, WGS 84. */
export interface Locality {
  /** Id of its Place. */
  id: string
  lng: number
  lat: number
  region: { id: string; lng: number; lat: number }
  country: { id: string; code: string; lng: number; lat: number }
}

/** An invented gazetteer. */
export interface SyntheticPlaces {
  /** Countries, regions and towns, each after the place that it lies in. */
  places: Place[]
  /** A town, by a skewed distribution: a few towns are drawn most of the time. */
  draw(): Locality
}

/** How many regions a country has. */
const REGIONS = 8

/**
 * Invents a gazetteer.
 * @param towns how many towns there are in all countries together
 */
export function syntheticPlaces(random: Random, towns: number): SyntheticPlaces {
  const places: Place[] = []
  const name = (suffix: [en: string, ar: string, fr: string] = ['', '', '']) => {
    const { latin, arabic } = inventWord(random, 2 + random.below(2))
    const en = capital(latin) + suffix[0]
    return {
      en,
      ...(random.chance(0.4) ? { ar: `${suffix[1]}${arabic}` } : {}),
      ...(suffix[2] ? { fr: `${suffix[2]}${capital(latin)}` } : {}),
    }
  }
  const countries = heartlands.map(([lng, lat, spread], index) => {
    const code = `S${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`
    const id = `country-${code.toLowerCase()}`
    places.push({ id, kind: 'country', name: name(), aliases: [] })
    const regions = Array.from({ length: REGIONS }, (_, number) => {
      const region = {
        id: `${id}-${number + 1}`,
        lng: rounded(lng + random.near() * spread),
        lat: rounded(lat + random.near() * spread),
      }
      places.push({
        id: region.id,
        kind: 'region',
        name: name([' Province', 'ولاية ', 'Province de ']),
        aliases: [],
        parent: id,
      })
      return region
    })
    return { id, code, lng, lat, spread, regions }
  })
  const drawCountry = skewed(random, countries, 0.7)
  const localities = Array.from({ length: towns }, (_, number): Locality => {
    const country = drawCountry()
    const region = random.pick(country.regions)
    const id = `town-${number + 1}`
    places.push({
      id,
      kind: 'locality',
      name: name(),
      aliases: random.chance(0.1) ? [capital(inventWord(random, 3).latin)] : [],
      parent: region.id,
    })
    const reach = country.spread / 3
    return {
      id,
      lng: rounded(region.lng + random.near() * reach),
      lat: rounded(region.lat + random.near() * reach),
      region,
      country,
    }
  })
  return { places, draw: skewed(random, localities, 0.9, 4) }
}

/** Rounds to 4 decimals of a degree, about 10 m. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
