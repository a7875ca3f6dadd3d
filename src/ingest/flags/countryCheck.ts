import type { LngLat } from '../../incidents/place.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { CountryShapes } from '../laws/countryShapes.ts'
import { KM_NEAR, KM_OFF, KM_SEA } from '../laws/positionInCountry.ts'

/** Tells positions that do not lie in the country of their record. */
export interface CountryCheck {
  /** @param iso ISO 3166-1 alpha-2 code of the country that the record names */
  flagOf(iso: string, position: LngLat): FlagCode | undefined
}

/** Cells a degree of the grid on which answers are remembered: half of a cell's diagonal is less than 4 km. */
const CELLS = 20
const KM_HALF_CELL = 4

/** `border`: positions of the cell have to be looked at one by one. */
type CellAnswer = FlagCode | 'none' | 'border'

/** Checks positions against the shapes of countries. Positions near each other are checked once. */
export function createCountryCheck(shapes: CountryShapes): CountryCheck {
  const answers = new Map<string, Map<number, CellAnswer>>()

  function flagAt(iso: string, [lng, lat]: LngLat, km: number): FlagCode | undefined {
    if (km <= KM_NEAR) return undefined
    if (Math.abs(lng) <= 90 && shapes.kmOutside(iso, [lat, lng]) === 0) return 'position-exchanged'
    return km <= KM_SEA && shapes.countriesAt([lng, lat]).length === 0 ? undefined : 'outside-country'
  }

  function answerFor(iso: string, [lng, lat]: LngLat): CellAnswer {
    const [x, y] = [Math.floor((lng + 180) * CELLS), Math.floor((lat + 90) * CELLS)]
    const cell = x * 181 * CELLS + y
    const known = answers.get(iso) ?? new Map<number, CellAnswer>()
    answers.set(iso, known)
    const before = known.get(cell)
    if (before !== undefined) return before
    const middle: LngLat = [(x + 0.5) / CELLS - 180, (y + 0.5) / CELLS - 90]
    const km = shapes.kmOutside(iso, middle)
    const answer =
      km <= KM_OFF ? 'none' : km <= KM_NEAR + KM_HALF_CELL ? 'border' : (flagAt(iso, middle, km) ?? 'none')
    known.set(cell, answer)
    return answer
  }

  return {
    flagOf(iso, position) {
      if (!shapes.has(iso)) return undefined
      const answer = answerFor(iso, position)
      if (answer === 'border') return flagAt(iso, position, shapes.kmOutside(iso, position))
      return answer === 'none' ? undefined : answer
    },
  }
}
