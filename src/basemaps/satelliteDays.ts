import { formatIsoDay, LATEST_DAY, type Day, type DaySpan } from '../incidents/day.ts'
import type { DailyMap, DailySeries } from './basemap.ts'
import type { ShownDays } from './basemapChoice.ts'

/** The first day that a map has pictures of. */
export function firstDay({ series }: DailyMap): Day {
  return Math.min(...series.map(({ from }) => from))
}

/** The nearest day that may have a picture. */
export function withinDays(map: DailyMap, day: Day): Day {
  return Math.max(firstDay(map), Math.min(LATEST_DAY, day))
}

/** The series of a day: the latest one that has begun; the first one before all of them. */
export function seriesOf({ series }: DailyMap, day: Day): DailySeries | undefined {
  return series.findLast(({ from }) => from <= day) ?? series[0]
}

/** Address of a tile of the day, with `{z}`, `{x}` and `{y}`. */
export function tilesOfDay({ tiles }: DailySeries, day: Day): string {
  return tiles.replace('{day}', formatIsoDay(day))
}

/**
 * The days to show at first. On one map the last day of the span, by which all of it has happened; side by side the
 * day before the span and the day after it.
 * @param span days of the open incident, or of the time filter
 */
export function daysOfSpan(map: DailyMap, { from, to }: DaySpan, isDivided: boolean): ShownDays {
  if (!isDivided) return { day: withinDays(map, to), after: null }
  return { day: withinDays(map, from - 1), after: withinDays(map, to + 1) }
}
