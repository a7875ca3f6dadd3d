import { onDemand } from '../ui/onDemand.tsx'

/** Filters of sections that are closed at first. */
const areaFilter = onDemand(async () => (await import('./AreaFilter.tsx')).AreaFilter)
const fatalitiesFilter = onDemand(async () => (await import('./FatalitiesFilter.tsx')).FatalitiesFilter)

export const AreaFilter = areaFilter.Part
export const FatalitiesFilter = fatalitiesFilter.Part

/** Fetches them ahead of their first use. */
export function preloadLaterFilters(): void {
  for (const { preload } of [areaFilter, fatalitiesFilter]) preload()
}
