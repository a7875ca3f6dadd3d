import type { LngLat } from '../../incidents/place.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { CountryShapes } from '../laws/countryShapes.ts'
import { KM_NEAR, KM_SEA } from '../laws/positionInCountry.ts'

/** Tells positions that do not lie in the country of their record. */
export interface CountryCheck {
  /** @param iso ISO 3166-1 alpha-2 code of the country that the record names */
  flagOf(iso: string, position: LngLat): FlagCode | undefined
}

/** A grid on which answers are remembered. */
interface Grid {
  /** Cells a degree. */
  cells: number
  /** Half of a cell's diagonal is less. */
  kmHalf: number
}

const coarse: Grid = { cells: 20, kmHalf: 4 }
/** For the cells of the coarse grid in which the answer changes. */
const fine: Grid = { cells: 100, kmHalf: 0.8 }

/** `border`: positions of the cell have to be looked at more closely. */
type CellAnswer = FlagCode | 'none' | 'border'

/** Checks positions against the shapes of countries. Positions near each other are checked once. */
export function createCountryCheck(shapes: CountryShapes): CountryCheck {
  function flagAt(iso: string, [lng, lat]: LngLat, km: number): FlagCode | undefined {
    if (km <= KM_NEAR) return undefined
    if (Math.abs(lng) <= 90 && shapes.kmOutside(iso, [lat, lng]) === 0) return 'position-exchanged'
    return km <= KM_SEA && shapes.countriesAt([lng, lat]).length === 0 ? undefined : 'outside-country'
  }

  /** What is so of a whole cell, by its middle. */
  function answerAt(iso: string, middle: LngLat, { kmHalf }: Grid): CellAnswer {
    const km = shapes.kmOutside(iso, middle)
    if (km <= KM_NEAR - kmHalf) return 'none'
    return km <= KM_NEAR + kmHalf ? 'border' : (flagAt(iso, middle, km) ?? 'none')
  }

  const inCoarse = createAnswers(coarse, answerAt)
  const inFine = createAnswers(fine, answerAt)
  return {
    flagOf(iso, position) {
      if (!shapes.has(iso)) return undefined
      let answer = inCoarse(iso, position)
      if (answer === 'border') answer = inFine(iso, position)
      if (answer === 'border') return flagAt(iso, position, shapes.kmOutside(iso, position))
      return answer === 'none' ? undefined : answer
    },
  }
}

/** Answers for the cells of a grid, each asked for once. */
function createAnswers(
  grid: Grid,
  answerAt: (iso: string, middle: LngLat, grid: Grid) => CellAnswer,
): (iso: string, position: LngLat) => CellAnswer {
  const { cells } = grid
  const ofCountry = new Map<string, Map<number, CellAnswer>>()
  return (iso, [lng, lat]) => {
    let answers = ofCountry.get(iso)
    if (!answers) {
      answers = new Map()
      ofCountry.set(iso, answers)
    }
    const x = Math.floor((lng + 180) * cells)
    const y = Math.floor((lat + 90) * cells)
    const cell = x * 181 * cells + y
    const known = answers.get(cell)
    if (known !== undefined) return known
    const answer = answerAt(iso, [(x + 0.5) / cells - 180, (y + 0.5) / cells - 90], grid)
    answers.set(cell, answer)
    return answer
  }
}
