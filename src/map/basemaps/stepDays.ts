import type { ShownDays } from '../../basemaps/basemapChoice.ts'
import type { Day } from '../../incidents/day.ts'

/** The days with one of them moved. @param day the one that moves @param by days, negative into the past */
export function stepped({ day: first, after }: ShownDays, day: Day, by: number): ShownDays {
  return day === first
    ? { day: first + by, after }
    : { day: first, after: after === null ? null : after + by }
}
