import { onDemand } from '../ui/onDemand.tsx'

/* Filters in sections that are closed at first, or that few data sets need: their code is fetched when it is needed. */

const areaFilter = onDemand(async () => (await import('./AreaFilter.tsx')).AreaFilter)
const fatalitiesFilter = onDemand(async () => (await import('./FatalitiesFilter.tsx')).FatalitiesFilter)
const pagedFacet = onDemand(async () => (await import('./PagedFacet.tsx')).PagedFacet)

/** The filter on an area. */
export const AreaFilter = areaFilter.Part

/** The filter on the number of dead. */
export const FatalitiesFilter = fatalitiesFilter.Part

/** The values of a facet that has too many to be counted whole. Not preloaded: few data sets have any. */
export const PagedFacet = pagedFacet.Part

/** Fetches the code of the first two before it is needed. */
export function preloadLaterFilters(): void {
  for (const { preload } of [areaFilter, fatalitiesFilter]) preload()
}
