import { spanOfUnit, type Day, type DaySpan } from './day.ts'
import type { GeoPrecision, TimePrecision } from './vocabulary.ts'

/**
 * The days on which the incident may have happened: `start` to `end`, widened to the whole week, month or year
 * at either end where the date is known only so far.
 */
export function daysOfIncident(start: Day, end: Day, precision: TimePrecision): DaySpan {
  switch (precision) {
    case 'hour':
    case 'day':
      return { from: start, to: end }
    case 'week':
    case 'month':
    case 'year':
      return { from: spanOfUnit(start, precision).from, to: spanOfUnit(end, precision).to }
  }
}

/**
 * How far from the stated position the incident may have been, in metres, to draw its area of uncertainty:
 * a site is its point; a town some 2 km; a district 15 km (UCDP where_prec 2 speaks of 25 km around a known point);
 * a region 40 km. A country has no circle: it is never drawn as a place.
 */
export const uncertaintyMetres: Readonly<Record<Exclude<GeoPrecision, 'country'>, number>> = {
  site: 0,
  town: 2_000,
  district: 15_000,
  region: 40_000,
}

/** Known only to an area wider than a town: drawn hollow. */
export function isArea(precision: GeoPrecision): boolean {
  return precision === 'district' || precision === 'region' || precision === 'country'
}
