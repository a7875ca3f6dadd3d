import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { useDescription, useIsPartial, useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { fields, type FacetId } from '../incidents/fields.ts'
import { NOT_STATED } from '../incidents/vocabulary.ts'
import type { Choice } from '../query/incidentQuery.ts'
import { Button } from '../ui/Button.tsx'
import { includeAlso } from '../view/acts.ts'
import { useAct, useView, useWantedFacet } from '../view/useView.ts'
import { FacetRowView } from './FacetRowView.tsx'
import { FacetSearch } from './FacetSearch.tsx'
import { facetRows, lastChosen, openRows, type FacetRow } from './facetRows.ts'
import { countOf, facetValues, stateIn, type FacetValue } from './facetValues.ts'
import { PagedFacet } from './laterFilters.ts'
import { placeBranches, type PlaceBranches } from './placeTree.ts'
import { PlaceTree } from './PlaceTree.tsx'
import { useFoldedNames } from './useFoldedNames.ts'
import './FacetList.css'

/** How many rows are shown at first. */
const FIRST = 8

/** How many more each click on "show more" shows. */
const MORE = 50

/**
 * The values of one facet with their counts. The rows are sorted when the list is mounted and when the search within it
 * changes, and then keep their order, so that no row moves away under the pointer.
 * @param within shows only the children of this value: the sub-event types of an event type; `not-stated` for those of
 * none
 */
export function FacetList({ facet, within }: { facet: FacetId; within?: string }) {
  useWantedFacet(facet)
  const { totals: all, paged } = useDescription()
  const totals = all[facet]
  // Nothing is shown until the counts have come: a missing count is not 0.
  const counts = useResult(({ result }) => result?.facets[facet])
  if (paged?.includes(facet)) return <PagedFacet facet={facet} />
  return totals && counts ? (
    <CountedFacet facet={facet} within={within} counts={counts} totals={totals} />
  ) : null
}

interface CountedFacetProps {
  facet: FacetId
  within: string | undefined
  /** Counts of the present result, by index of the value. */
  counts: Uint32Array
  /** Counts without any filter, by index of the value. */
  totals: Uint32Array
}

function CountedFacet({ facet, within, counts, totals }: CountedFacetProps) {
  const messages = useMessages()
  const language = useLanguage()
  const { dictionaries } = useDescription()
  const choice: Choice = useView((view) => view.filters[facet])
  const [search, setSearch] = useState('')
  const values = useMemo(() => {
    const all = facetValues(facet, dictionaries, messages, language)
    const isCode = fields[facet].kind === 'code'
    const listed = all.filter((value) => !isCode || value.id !== NOT_STATED || countOf(totals, value) > 0)
    return within === undefined ? listed : listed.filter(({ parent = NOT_STATED }) => parent === within)
  }, [facet, dictionaries, messages, language, within, totals])
  const branches = useMemo(
    () => (facet === 'place' ? placeBranches(dictionaries.places, values) : null),
    [facet, dictionaries, values],
  )
  const [isNear, setNear] = useState(false)
  const isReady = useFoldedNames(values, isNear || search !== '')
  // Until all names are folded the search is not applied: folding them all at once would block the page.
  const searched = isReady ? search : ''
  const { rows, order } = useHeldRows(values, counts, choice, searched)
  const list = useFoundInView(searched, rows)
  const { filters: words } = messages
  // The column of counts is as wide as the largest possible count, so that names do not wrap anew as counts change.
  const widest = formatNumber(language, Math.max(0, ...values.map((value) => countOf(totals, value))))
  return (
    <div
      ref={list}
      className="facet-list"
      aria-busy={useIsPartial()}
      style={{ '--count': `${widest.length}ch` } as CSSProperties}
    >
      {values.length > FIRST && (
        <FacetSearch
          name={words.field[facet]}
          value={search}
          onNear={() => setNear(true)}
          onChange={setSearch}
        />
      )}
      {rows.length === 0 && searched !== '' && <p className="facet-list__none">{words.noneWithin}</p>}
      {branches && searched === '' ? (
        <PlaceTree branches={branches} counts={counts} totals={totals} order={order} choice={choice} />
      ) : (
        <FacetRows
          facet={facet}
          rows={rows}
          counts={counts}
          totals={totals}
          choice={choice}
          branches={branches}
        />
      )}
      {facet === 'actor' && <ChildrenOffers values={values} />}
    </div>
  )
}

/** The rows as a plain list. */
function FacetRows({
  facet,
  rows,
  counts,
  totals,
  choice,
  branches,
}: {
  facet: FacetId
  rows: readonly FacetRow[]
  counts: Uint32Array
  totals: Uint32Array
  choice: Choice
  branches: PlaceBranches | null
}) {
  const { filters: words } = useMessages()
  const [open, setOpen] = useState(FIRST)
  const chosen = useMemo(() => lastChosen(rows, choice), [rows, choice])
  const shown = rows.slice(0, useMost(rows, openRows(rows, totals, chosen, open)))
  const most = Math.max(1, ...shown.map(({ value }) => countOf(counts, value)))
  /** The ancestors of a place, as no tree shows them here, and the alias that the search matched. */
  const detailOf = ({ value, alias }: FacetRow) => {
    const within = branches?.above.get(value.id)?.map(({ name }) => name) ?? []
    const parts = [...within, ...(alias === undefined ? [] : [words.alsoCalled(alias)])]
    return parts.length > 0 ? parts.join(' · ') : undefined
  }
  return (
    <>
      <ul>
        {shown.map((row) => (
          <li key={row.value.id}>
            <FacetRowView
              facet={facet}
              value={row.value}
              depth={row.depth}
              detail={detailOf(row)}
              count={countOf(counts, row.value)}
              most={most}
              state={stateIn(choice, row.value.id)}
            />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button kind="quiet" onClick={() => setOpen((n) => Math.max(n, shown.length) + MORE)}>
          {words.showMore(Math.min(MORE, rows.length - shown.length))}
        </Button>
      )}
    </>
  )
}

/** The largest `count` since `rows` were made: a list that has grown does not shrink under the pointer. */
function useMost(rows: readonly FacetRow[], count: number): number {
  const [held, setHeld] = useState({ rows, count })
  if (held.rows === rows && held.count >= count) return held.count
  setHeld({ rows, count })
  return count
}

/**
 * The rows and the counts that they were sorted by (`order`). Both stay the same until the values or the search within
 * the facet change, or until the text search of the page has found all matches.
 */
function useHeldRows(values: readonly FacetValue[], counts: Uint32Array, choice: Choice, search: string) {
  // While texts are being indexed, the counts are provisional: the rows are sorted again once they are final.
  const isPending = useResult(({ result }) => result?.textPending ?? true)
  const make = () => ({
    values,
    search,
    isPending,
    order: counts,
    rows: facetRows(values, counts, choice, search),
  })
  const [held, setHeld] = useState(make)
  if (held.values === values && held.search === search && held.isPending === isPending) return held
  const made = make()
  setHeld(made)
  return made
}

/** Scrolls the list into view whenever a search within the facet has found other rows. */
function useFoundInView(search: string, rows: readonly FacetRow[]) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (search !== '') list.current?.scrollIntoView({ block: 'nearest' })
  }, [search, rows])
  return list
}

/**
 * Buttons that include all children of an included actor, as including an actor does not include its children. They stand
 * below the list, so that no row moves when an actor is chosen.
 */
function ChildrenOffers({ values }: { values: readonly FacetValue[] }) {
  const { filters: words } = useMessages()
  const act = useAct()
  const included = useView((view) => view.filters.actor.include)
  return included.map((id) => {
    const children = values.filter((value) => value.parent === id && !included.includes(value.id))
    const parent = values.find((value) => value.id === id)
    if (!parent || children.length === 0) return null
    const ids = children.map((child) => child.id)
    return (
      <Button
        key={id}
        kind="quiet"
        className="facet-list__offer"
        title={children.map(({ name }) => name).join(' · ')}
        onClick={() => act(includeAlso('actor', ids))}
      >
        <span aria-hidden="true">+</span>
        <span>{words.addChildren(children.length, parent.name)}</span>
      </Button>
    )
  })
}
