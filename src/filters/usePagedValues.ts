import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordQueries } from '../answers/recordQueries.ts'
import { useDataset, useResult } from '../answers/useResult.ts'
import type { FacetId } from '../incidents/fields.ts'
import type { FacetCount, FacetPage, FacetPageRequest } from '../query/facetPage.ts'
import type { Filters } from '../query/incidentQuery.ts'
import { SourceError, type Abortable, type IncidentSource } from '../query/incidentSource.ts'
import type { Dictionaries } from '../incidents/columns.ts'

/** How many values are asked for at first, and by each click on "show more". */
const FIRST = 8
export const MORE = 50

/** Most ids that one request asks for. */
const MOST_IDS = 400

/** Filters, and a text that is the same for all that give the same counts of a facet. */
export interface CountedFilters {
  filters: Filters
  key: string
}

/** The filters without the facet's own, which its counts do not depend on. */
export function countedFilters(facet: FacetId, filters: Filters): CountedFilters {
  return { filters, key: JSON.stringify({ ...filters, [facet]: null }) }
}

/**
 * The filters of the latest whole answer: those on which the hand rests. While it moves, an answer is partial or the
 * filters of the view are not answered yet.
 * @returns undefined before the first answer
 */
export function useAnsweredFilters(): Filters | undefined {
  const answered = useResult(({ query, isPartial }) => (isPartial ? undefined : query?.filters))
  const [held, setHeld] = useState(answered)
  if (answered && answered !== held) setHeld(answered)
  return answered ?? held
}

/** Which values of a facet are listed, from the one with the most incidents on. */
export interface ListedValues {
  facet: FacetId
  /** Words that must begin words of a name or alias; '' for all values. */
  search: string
  /** Id of the value whose children are listed. Of places, null without a search lists the countries. */
  within: string | null
  /** They are in the order of the counts by these. */
  filters: CountedFilters
}

/** The values that are loaded, in their order. */
export interface LoadedValues {
  values: FacetCount[]
  /** How many there are in all. */
  of: number
  error: unknown
  isLoading: boolean
  /** Loads the next ones, or those again that failed. */
  loadMore: () => void
}

export function useListedValues({ facet, search, within, filters }: ListedValues): LoadedValues {
  const { source, description } = useDataset()
  const { data, error, isFetching, fetchNextPage, refetch } = useInfiniteQuery(
    {
      queryKey: ['listed values', facet, search, within, filters.key],
      initialPageParam: 0,
      queryFn: ({ pageParam: offset, signal }) => {
        const values = { kind: 'top', search, within, offset, limit: offset === 0 ? FIRST : MORE } as const
        const request = { facet, filters: filters.filters, values }
        const asksForRoots = facet === 'place' && search === '' && within === null
        return asksForRoots
          ? rootPlaces(source, request, description.dictionaries, { signal })
          : facetPage(source, request, { signal })
      },
      getNextPageParam: (last, pages) => {
        const loaded = pages.reduce((sum, { values }) => sum + values.length, 0)
        return last.values.length > 0 && loaded < last.of ? loaded : undefined
      },
    },
    recordQueries(source),
  )
  // Pages that were asked for at different times may overlap, where the base was counted anew in between.
  const values = new Map(data?.pages.flatMap((page) => page.values).map((value) => [value.index, value]))
  return {
    values: [...values.values()],
    of: data?.pages.at(-1)?.of ?? 0,
    error,
    isLoading: isFetching,
    loadMore: () => void (data ? fetchNextPage() : refetch()),
  }
}

/**
 * Counts of single values by the given filters.
 * @returns the latest known, by index; `isOld` until they are those of the filters and ids
 */
export function useCountsOf(
  facet: FacetId,
  ids: readonly string[],
  { filters, key }: CountedFilters,
): { counts: ReadonlyMap<number, FacetCount>; isOld: boolean; error: unknown } {
  const { source } = useDataset()
  const { data, error, isFetching, isPlaceholderData } = useQuery(
    {
      queryKey: ['counts of values', facet, key, ids],
      queryFn: async ({ signal }) => {
        const counts = new Map<number, FacetCount>()
        for (let at = 0; at < ids.length; at += MOST_IDS) {
          const some = ids.slice(at, at + MOST_IDS)
          const request = { facet, filters, values: { kind: 'ids', ids: some } } as const
          const { values } = await facetPage(source, request, { signal })
          for (const value of values) counts.set(value.index, value)
        }
        return counts
      },
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
      structuralSharing: false,
    },
    recordQueries(source),
  )
  return { counts: data ?? none, isOld: isFetching || isPlaceholderData, error }
}

const none: ReadonlyMap<number, FacetCount> = new Map()

/** The children of a value; undefined until they are known, and where there are more than can be listed at once. */
export function useChildren(facet: FacetId, id: string, filters: Filters): readonly FacetCount[] | undefined {
  const { source } = useDataset()
  const { data } = useQuery(
    {
      queryKey: ['children', facet, id],
      queryFn: ({ signal }) => {
        const values = { kind: 'top', search: '', within: id, offset: 0, limit: MOST_IDS } as const
        return facetPage(source, { facet, filters, values }, { signal })
      },
    },
    recordQueries(source),
  )
  return data && data.of <= data.values.length ? data.values : undefined
}

/** The countries, with their counts as places: by all filters but the one on places. */
async function rootPlaces(
  source: IncidentSource,
  request: FacetPageRequest,
  { places }: Dictionaries,
  options: Abortable,
): Promise<FacetPage> {
  const countries = await facetPage(source, { ...request, facet: 'country' }, options)
  const ids = countries.values.flatMap(({ index }) => places[index]?.id ?? [])
  const { values } = await facetPage(source, { ...request, values: { kind: 'ids', ids } }, options)
  return { values: values.toSorted((a, b) => b.count - a.count), of: countries.of }
}

/** @throws SourceError */
async function facetPage(
  source: IncidentSource,
  request: FacetPageRequest,
  options: Abortable,
): Promise<FacetPage> {
  if (!source.facetPage) throw new SourceError('internal', 'the source has no pages of facets')
  return source.facetPage(request, options)
}
