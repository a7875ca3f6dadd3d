import { spanOfUnit, type Day, type DaySpan } from './day.ts'
import { NOT_STATED, type GeoPrecision, type TimePrecision } from './vocabulary.ts'

/**
 * The days on which an incident may have happened. A date known to the week, month or year (ACLED time_precision 2 and 3;
 * UCDP GED date_prec 3 to 5) is widened to the whole of that unit at both ends.
 * @param start stated first day
 * @param end stated last day, not before `start`
 * @param precision how exactly both are known
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
 * Radius in metres of the circle that the map draws around the stated position, within which the incident may have
 * happened. The figures are ours, of the size of a town, a district and a region; for comparison, UCDP GED where_prec 2
 * means within about 25 km of a known point. Where the precision is not stated, neither is an area. An incident known only
 * to its country is not drawn.
 */
export const uncertaintyMetres: Readonly<Record<Exclude<GeoPrecision, 'country'>, number>> = {
  site: 0,
  town: 2_000,
  district: 15_000,
  region: 40_000,
  [NOT_STATED]: 0,
}

/** Whether the position is known only to an area larger than a town; the map then draws a hollow mark. */
export function isArea(precision: GeoPrecision): boolean {
  return precision === 'district' || precision === 'region' || precision === 'country'
}
