import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { Histogram } from '../../query/incidentResult.ts'
import { bitOf } from '../filter/failMask.ts'
import type { IncidentTable } from '../table/table.ts'
import type { Aggregates } from './aggregates.ts'
import { timeBinCounter, type TimeBinCounter } from './timeBinCounter.ts'

/** The time bins last asked for: their counter is made, and registered, only when they change. */
export class Timeline {
  readonly #table: IncidentTable
  readonly #aggregates: Pick<Aggregates, 'register' | 'unregister'>
  #shown: { key: string; counter: TimeBinCounter } | undefined

  constructor(table: IncidentTable, aggregates: Pick<Aggregates, 'register' | 'unregister'>) {
    this.#table = table
    this.#aggregates = aggregates
  }

  /**
   * Makes these the time bins that `histogram` gives.
   * @returns their counter, which is registered and ignores the filter on days
   * @throws RangeError for more than MOST_TIME_BINS
   */
  request({ unit, span }: NonNullable<IncidentQuery['bins']>): TimeBinCounter {
    const key = `${unit} ${span.from} ${span.to}`
    if (this.#shown?.key === key) return this.#shown.counter
    const counter = timeBinCounter(this.#table, unit, span)
    if (this.#shown) this.#aggregates.unregister(this.#shown.counter)
    this.#aggregates.register(counter, bitOf.days)
    this.#shown = { key, counter }
    return counter
  }

  /** @throws Error where no time bins have been shown */
  histogram(): Histogram {
    if (!this.#shown) throw new Error('no time bins have been shown')
    return this.#shown.counter.histogram()
  }
}
