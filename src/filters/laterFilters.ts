import { onDemand } from '../ui/onDemand.tsx'

/* Filters in sections that are closed at first: their code is fetched when it is needed. */

const areaFilter = onDemand(async () => (await import('./AreaFilter.tsx')).AreaFilter)
const fatalitiesFilter = onDemand(async () => (await import('./FatalitiesFilter.tsx')).FatalitiesFilter)

/** The filter on an area. */
export const AreaFilter = areaFilter.Part

/** The filter on the number of dead. */
export const FatalitiesFilter = fatalitiesFilter.Part

/** Fetches the code of both before it is needed. */
export function preloadLaterFilters(): void {
  for (const { preload } of [areaFilter, fatalitiesFilter]) preload()
}
