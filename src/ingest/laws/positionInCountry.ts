import type { Place } from '../../incidents/incident.ts'
import { givenPosition, type LngLat } from '../../incidents/place.ts'
import type { Severity } from '../problem.ts'
import type { CountryShapes } from './countryShapes.ts'
import type { Law } from './law.ts'

/**
 * Kilometres by which the shapes of countries may be wrong: 3 by simplification, the rest by their source. None of
 * GeoNames' 34,514 towns is farther than 3.4 km outside the shape of its country.
 */
export const KM_OFF = 5

/** Kilometres outside the country up to which a position may be correct: an incident just across the border. */
export const KM_NEAR = 25

/** Kilometres up to which a position at sea may be correct: off the coast, or on an island that the shapes leave out. */
export const KM_SEA = 1000

/** The position lies in the country of the place that the record names. */
export const positionInCountry: Law = ({ place }, { places, shapes }) => {
  const country = countryOf(place.id, places)
  const position = givenPosition(place)
  if (!position || !shapes || country?.iso === undefined || !shapes.has(country.iso)) return []
  const km = shapes.kmOutside(country.iso, position)
  if (km <= KM_OFF) return []
  const isSwapped = isWithinSwapped(country.iso, position, shapes)
  const others = shapes.countriesAt(position)
  const where = others.length === 0 ? 'at sea' : `in ${others.map(nameOf).join(' or ')}`
  const advice = isSwapped
    ? `lng and lat are probably swapped: write lng: ${place.lat} and lat: ${place.lng}`
    : `correct lng and lat, or the place`
  const message = `is ${where}, ${Math.round(km)} km outside ${nameOf(country.iso)}, in which "${place.id}" lies: ${advice}`
  return [{ path: ['place', 'lng'], message, severity: severityOf(km, isSwapped, others.length === 0) }]
}

function severityOf(km: number, isSwapped: boolean, isAtSea: boolean): Severity {
  if (km <= KM_NEAR) return 'warning'
  return isAtSea && !isSwapped && km <= KM_SEA ? 'warning' : 'error'
}

function isWithinSwapped(iso: string, [lng, lat]: LngLat, shapes: CountryShapes): boolean {
  return Math.abs(lng) <= 90 && shapes.kmOutside(iso, [lat, lng]) === 0
}

/** The country of a place: the place itself, or the country above it; undefined where there is none. */
function countryOf(id: string, places: ReadonlyMap<string, Place>): Place | undefined {
  const seen = new Set<string>()
  let place = places.get(id)
  while (place && place.kind !== 'country' && place.parent !== undefined && !seen.has(place.id)) {
    seen.add(place.id)
    place = places.get(place.parent)
  }
  return place?.kind === 'country' ? place : undefined
}

const regionNames = new Intl.DisplayNames('en', { type: 'region' })

function nameOf(iso: string): string {
  return regionNames.of(iso) ?? iso
}
