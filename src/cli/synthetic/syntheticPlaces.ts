import type { Place } from '../../incidents/incident.ts'
import { capital, inventWord } from './inventedWords.ts'
import { skewed, type Random } from './random.ts'

/** Centres of the invented countries, where people live in fact: [lng, lat, spread], in degrees. */
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

/** A place at which incidents happen, with its region and country; positions in degrees. */
export interface Locality {
  id: string
  lng: number
  lat: number
  region: { id: string; lng: number; lat: number }
  country: { id: string; code: string; lng: number; lat: number }
}

export interface SyntheticPlaces {
  places: Place[]
  /** A random locality; the first ones are drawn most often. */
  draw(): Locality
}

/** Regions of each country. */
const REGIONS = 8

/** @param towns number of localities in all */
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
  const drawCountry = skewed(random, countries.length, 0.7)
  const localities = Array.from({ length: towns }, (_, number): Locality => {
    const country = countries[drawCountry()] ?? countries[0]
    const region = country && random.pick(country.regions)
    if (!country || !region) throw new RangeError('there is no country')
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
  const drawTown = skewed(random, towns, 0.9, 4)
  return {
    places,
    draw: () => localities[drawTown()] ?? random.pick(localities),
  }
}

/** Rounded to 0.0001 degrees, about ten metres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
