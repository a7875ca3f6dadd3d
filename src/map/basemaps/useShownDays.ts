import { useEffect } from 'react'
import type { DailyMap } from '../../basemaps/basemap.ts'
import {
  isDivided,
  readChoice,
  writeChoice,
  type BasemapChoice,
  type ShownDays,
} from '../../basemaps/basemapChoice.ts'
import { daysOfSpan, firstDay } from '../../basemaps/satelliteDays.ts'
import { useIncident } from '../../answers/useIncident.ts'
import { useDescription } from '../../answers/useResult.ts'
import type { DaySpan } from '../../incidents/day.ts'
import { daysOfIncident } from '../../incidents/precision.ts'
import { setBasemap } from '../../view/acts.ts'
import { act } from '../../view/viewStore.ts'
import { useView, useViewStore } from '../../view/useView.ts'

/** Why a day is shown; `first`: pictures begin later than the incident or the filter. */
export type DayReason = 'incident' | 'filter' | 'dataset' | 'chosen' | 'first'

/**
 * The days that a daily map shows, and why: those of the link, else of the open incident, else of the time filter, else
 * of the data set.
 * @returns `null` while the open incident is being read
 */
export function useShownDays(
  map: DailyMap,
  choice: BasemapChoice,
): { days: ShownDays; reason: DayReason } | null {
  const span = useFollowedSpan()
  if (choice.days !== 'one' && choice.days !== 'two') return { days: choice.days, reason: 'chosen' }
  if (!span) return null
  const reason = span.to < firstDay(map) ? 'first' : span.reason
  return { days: daysOfSpan(map, span, isDivided(choice)), reason }
}

/** Of an empty data set: the map then shows its first day. */
const NO_DAYS: DaySpan = { from: 0, to: 0 }

function useFollowedSpan(): (DaySpan & { reason: DayReason }) | null {
  const id = useView(({ incident }) => incident)
  const { from, to } = useView(({ filters }) => filters.days)
  const { days } = useDescription()
  const reading = useIncident(id)
  if (id !== null && reading.kind === 'loading') return null
  if (id !== null && reading.kind === 'ready') {
    const { start, end, timePrecision } = reading.details.summary
    return { ...daysOfIncident(start, end, timePrecision), reason: 'incident' }
  }
  const isFiltered = from !== null || to !== null
  const span = days ?? NO_DAYS
  return { from: from ?? span.from, to: to ?? span.to, reason: isFiltered ? 'filter' : 'dataset' }
}

/** Days that were chosen for one incident or filter do not outlast it: the map then follows the next one. */
export function useFollowing(): void {
  const store = useViewStore()
  useEffect(
    () =>
      store.subscribe(({ view, history }, before) => {
        const isOther =
          view.incident !== before.view.incident || view.filters.days !== before.view.filters.days
        if (!isOther || history === 'none' || view.basemap === null) return
        const choice = readChoice(view.basemap)
        const following = writeChoice({ ...choice, days: isDivided(choice) ? 'two' : 'one' })
        // Later, so that every subscriber sees the two changes in their order.
        if (following !== view.basemap) queueMicrotask(() => act(store, setBasemap(following, 'replace')))
      }),
    [store],
  )
}
