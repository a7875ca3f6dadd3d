import type { Place } from '../../incidents/incident.ts'
import type { Mistake } from '../mistake.ts'
import type { ReadFile } from '../readDataFolder.ts'
import type { CountryShapes } from './countryShapes.ts'

/** Without its code a country has no shape to hold positions against. */
export function countryCodes({ yaml, value = [] }: ReadFile<Place[]>, shapes?: CountryShapes): Mistake[] {
  return (value ?? []).flatMap(({ kind, iso }, index) => {
    const path = [index, 'iso']
    if (kind !== 'country') {
      return iso === undefined ? [] : [yaml.mistakeAt(path, 'is only of a country: take it out')]
    }
    if (iso === undefined) {
      const message =
        "is missing, so that no position is checked: write the country's two letters of ISO 3166-1, such as SY"
      return [yaml.mistakeAt(path, message, 'warning')]
    }
    if (!shapes || shapes.has(iso)) return []
    const message = `"${iso}" is no country whose shape is known, so that no position is checked: write its two letters of ISO 3166-1`
    return [yaml.mistakeAt(path, message, 'warning')]
  })
}
