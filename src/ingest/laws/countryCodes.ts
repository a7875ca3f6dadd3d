import type { Place } from '../../incidents/incident.ts'
import type { Problem } from '../problem.ts'
import type { CountryShapes } from './countryShapes.ts'

/**
 * Whether every country, and nothing else, has a code: without it, positions in the country are not checked.
 * @param shapes undefined where they were not loaded: then whether a code has a shape is not checked
 * @returns problems with paths from the list down
 */
export function countryCodes(places: readonly Place[], shapes: CountryShapes | undefined): Problem[] {
  return places.flatMap(({ kind, iso }, index): Problem[] => {
    const path = [index, 'iso']
    if (kind !== 'country') {
      const message = 'is only of a country: take it out'
      return iso === undefined ? [] : [{ path, message, severity: 'error' }]
    }
    if (iso === undefined) {
      const message =
        "is missing, so that no position is checked: write the country's two letters of ISO 3166-1, such as SY"
      return [{ path, message, severity: 'warning' }]
    }
    if (!shapes || shapes.has(iso)) return []
    const message = `"${iso}" is no country whose shape is known, so that no position is checked: write its two letters of ISO 3166-1`
    return [{ path, message, severity: 'warning' }]
  })
}
