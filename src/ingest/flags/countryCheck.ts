import type { LngLat } from '../../incidents/place.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { CountryShapes } from '../laws/countryShapes.ts'
import { KM_NEAR, KM_OFF, KM_SEA } from '../laws/positionInCountry.ts'

/** Tells positions that do not lie in the country of their record. */
export interface CountryCheck {
  /** @param iso ISO 3166-1 alpha-2 code of the country that the record names */
  flagOf(iso: string, position: LngLat): FlagCode | undefined
}

/** Cells a degree of the grid on which answers are remembered: half of a cell is less than 4 km. */
const CELLS = 20

/** Checks positions against the shapes of countries. Positions near each other are checked once. */
export function createCountryCheck(shapes: CountryShapes): CountryCheck {
  /** By country, the cells whose middle lies in it or so near that all of the cell does. */
  const inside = new Map<string, Map<number, boolean>>()

  function isInside(iso: string, [lng, lat]: LngLat): boolean {
    const [x, y] = [Math.floor((lng + 180) * CELLS), Math.floor((lat + 90) * CELLS)]
    const cell = x * 181 * CELLS + y
    const cells = inside.get(iso) ?? new Map<number, boolean>()
    inside.set(iso, cells)
    const known = cells.get(cell)
    if (known !== undefined) return known
    const middle: LngLat = [(x + 0.5) / CELLS - 180, (y + 0.5) / CELLS - 90]
    const found = shapes.kmOutside(iso, middle) <= KM_OFF
    cells.set(cell, found)
    return found
  }

  return {
    flagOf(iso, position) {
      if (!shapes.has(iso) || isInside(iso, position)) return undefined
      const [lng, lat] = position
      const km = shapes.kmOutside(iso, position)
      if (km <= KM_NEAR) return undefined
      if (Math.abs(lng) <= 90 && shapes.kmOutside(iso, [lat, lng]) === 0) return 'position-exchanged'
      return km <= KM_SEA && shapes.countriesAt(position).length === 0 ? undefined : 'outside-country'
    },
  }
}
