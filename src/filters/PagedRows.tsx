import { useEffect, useState } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import type { FacetId } from '../incidents/fields.ts'
import type { Place } from '../incidents/incident.ts'
import { placeChain, placeIndex } from '../incidents/placeChains.ts'
import type { FacetCount } from '../query/facetPage.ts'
import type { Choice } from '../query/incidentQuery.ts'
import { asSourceError } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { FacetRowView } from './FacetRowView.tsx'
import { matchedAlias } from './facetRows.ts'
import { facetValues, stateIn, type FacetValue } from './facetValues.ts'
import { MORE, useCountsOf, useListedValues, type CountedFilters } from './usePagedValues.ts'

/** What all rows of one paged facet have in common. */
export interface PagedList {
  facet: FacetId
  /** As in `ListedValues`, as is `order` its filters. */
  search: string
  order: CountedFilters
  /** The counts are by these. */
  present: CountedFilters
  /** Whether the filters of the view give other counts, which have not come yet. */
  isMoving: boolean
  choice: Choice
  /** Ids of the values that stand above the others, and are not among them. */
  kept: readonly string[]
  /** Ids of the rows that are mounted. */
  shown: Set<string>
}

interface Row {
  value: FacetValue
  count: FacetCount
}

/** The values that stand above the others, with their counts. */
export function ChosenRows({ list }: { list: PagedList }) {
  const { facet, kept, present, isMoving } = list
  const { counts, isOld, error } = useCountsOf(facet, kept, present)
  const rowOf = useRowOf(facet)
  const rows = [...counts.values()].flatMap((count) => rowOf(count) ?? [])
  if (kept.length === 0) return null
  return (
    <>
      <Failure error={error} />
      <ul aria-busy={isOld || isMoving}>
        {rows.map((row) => (
          <li key={row.value.id}>
            <ValueRow list={list} row={row} depth={0} most={mostOf(rows)} isNested={false} />
          </li>
        ))}
      </ul>
    </>
  )
}

/**
 * One level of values, with those below them that are open.
 * @param within as in `ListedValues`
 * @param depth levels of indentation, from 0
 * @param above largest count of the level above, absent for the first level
 */
export function PagedRows({
  list,
  within,
  depth,
  above,
}: {
  list: PagedList
  within: FacetValue | null
  depth: number
  above?: number
}) {
  const { facet, search, order, kept, isMoving, shown } = list
  const { filters: words, common } = useMessages()
  const loaded = useListedValues({ facet, search, within: within?.id ?? null, filters: order })
  const { rows, isOld, error } = useRows(list, loaded.values)
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isTree = facet === 'place' && search === ''
  const most = above ?? mostOf(rows)
  const left = loaded.of - loaded.values.length
  const isOpen = (id: string) => toggled.get(id) ?? (within === null && loaded.of === 1)
  useShown(shown, rows)
  return (
    <>
      {rows.length === 0 && loaded.isLoading && <p className="facet-list__none">{common.loading}</p>}
      {rows.length === 0 && search !== '' && loaded.of === 0 && !loaded.isLoading && !loaded.error && (
        <p className="facet-list__none">{words.noneWithin}</p>
      )}
      <ul aria-busy={isOld || isMoving}>
        {rows
          .filter(({ value }) => within !== null || !kept.includes(value.id))
          .map((row) => {
            const { id } = row.value
            const branch = isTree && {
              isOpen: row.mayHoldOthers ? isOpen(id) : null,
              toggle: () => setToggled(new Map(toggled).set(id, !isOpen(id))),
            }
            return (
              <li key={id}>
                <ValueRow
                  list={list}
                  row={row}
                  depth={depth}
                  most={most}
                  isNested={isTree}
                  {...(branch && { branch })}
                />
                {branch && branch.isOpen && (
                  <PagedRows list={list} within={row.value} depth={depth + 1} above={most} />
                )}
              </li>
            )
          })}
      </ul>
      <Failure error={loaded.error ?? error} onRetry={loaded.error ? loaded.loadMore : undefined} />
      {left > 0 && !loaded.error && (
        <Button
          kind="quiet"
          className="facet-list__offer"
          disabled={loaded.isLoading}
          onClick={loaded.loadMore}
        >
          {isTree ? words.morePlaces(left, within?.name ?? null) : words.showMore(Math.min(MORE, left))}
        </Button>
      )}
    </>
  )
}

/** The loaded values with their counts by the present filters; a value that no incident has is left out. */
function useRows({ facet, order, present }: PagedList, values: readonly FacetCount[]) {
  const rowOf = useRowOf(facet)
  const rows = values.flatMap((count) => rowOf(count) ?? []).filter(({ count }) => count.total > 0)
  // As long as the filters are those that the values were sorted by, their counts have come with them.
  const isSorted = order.key === present.key
  const ids = isSorted ? [] : rows.map(({ value }) => value.id)
  const { counts, isOld, error } = useCountsOf(facet, ids, present)
  return {
    rows: isSorted ? rows : rows.map((row) => ({ ...row, count: counts.get(row.count.index) ?? row.count })),
    isOld: !isSorted && isOld,
    error: isSorted ? null : error,
  }
}

/** Makes the row of a value; undefined where its index is not known. */
function useRowOf(facet: FacetId): (count: FacetCount) => (Row & { mayHoldOthers: boolean }) | undefined {
  const messages = useMessages()
  const language = useLanguage()
  const { dictionaries } = useDescription()
  // The countries among the places have the indices of places.
  const values = facetValues(facet === 'country' ? 'place' : facet, dictionaries, messages, language)
  return (count) => {
    const value = values[count.index]
    const mayHoldOthers = dictionaries.places[count.index]?.kind !== 'locality'
    return value && { value, count, mayHoldOthers }
  }
}

function ValueRow({
  list: { facet, search, choice },
  row: { value, count },
  depth,
  most,
  isNested,
  branch,
}: {
  list: PagedList
  row: Row
  depth: number
  most: number
  /** Whether the row stands below what it lies in, which then need not be named. */
  isNested: boolean
  branch?: { isOpen: boolean | null; toggle: () => void }
}) {
  const { filters: words } = useMessages()
  const above = useAncestors(isNested ? null : facet, count.index)
  const alias = search === '' ? undefined : matchedAlias(value, search)
  const details = [...above, ...(alias === undefined ? [] : [words.alsoCalled(alias)])]
  return (
    <FacetRowView
      facet={facet}
      value={value}
      depth={depth}
      detail={details.length > 0 ? details.join(' · ') : undefined}
      {...(branch && { branch })}
      count={count.count}
      most={Math.max(most, count.count)}
      state={stateIn(choice, value.id)}
    />
  )
}

/** Indices of the known places by their ids, as long as no more are known. */
const placeIndices = new WeakMap<readonly Place[], { known: number; index: ReadonlyMap<string, number> }>()

function indexOfPlaces(places: readonly Place[]): ReadonlyMap<string, number> {
  const made = placeIndices.get(places)
  if (made?.known === places.length) return made.index
  const index = placeIndex(places)
  placeIndices.set(places, { known: places.length, index })
  return index
}

/** Names of what a place lies in, from its parent up; [] for values of other facets. */
function useAncestors(facet: FacetId | null, index: number): string[] {
  const messages = useMessages()
  const language = useLanguage()
  const { dictionaries } = useDescription()
  if (facet !== 'place') return []
  const { places } = dictionaries
  const values = facetValues('place', dictionaries, messages, language)
  return placeChain(places, indexOfPlaces(places), index)
    .slice(1)
    .flatMap((at) => values[at]?.name ?? [])
}

function useShown(shown: Set<string>, rows: readonly Row[]): void {
  const ids = rows.map(({ value }) => value.id)
  const key = JSON.stringify(ids)
  useEffect(() => {
    const added = JSON.parse(key) as string[]
    for (const id of added) shown.add(id)
    return () => added.forEach((id) => shown.delete(id))
  }, [shown, key])
}

function mostOf(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map(({ count }) => count.count))
}

/** Why values or counts could not be had, and a way on. */
function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { problems, common } = useMessages()
  if (!error) return null
  return (
    <div className="facet-list__none" role="alert">
      <p>{problems.cause[asSourceError(error).code]}</p>
      {onRetry && <Button onClick={onRetry}>{common.retry}</Button>}
    </div>
  )
}
