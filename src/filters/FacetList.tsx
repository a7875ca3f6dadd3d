import { useEffect, useId, useMemo, useRef, useState, type CSSProperties } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import type { FacetId } from '../incidents/fields.ts'
import type { Choice } from '../query/incidentQuery.ts'
import { Button } from '../ui/Button.tsx'
import { includeAlso } from '../view/acts.ts'
import { useAct, useView, useWantedFacet } from '../view/useView.ts'
import { FacetRowView } from './FacetRowView.tsx'
import { facetRows, lastChosen, openRows, type FacetRow } from './facetRows.ts'
import { facetValues, stateIn, type FacetValue } from './facetValues.ts'
import { placeBranches, type PlaceBranches } from './placeTree.ts'
import { PlaceTree } from './PlaceTree.tsx'
import { useFoldedNames } from './useFoldedNames.ts'
import './FacetList.css'

/** Rows that stand open at first, and how many more each asking brings. */
const FIRST = 8
const MORE = 50

/**
 * The values of one facet. Their order is made when the list opens, its search changes or another link is opened;
 * it then holds, so that no row jumps away under the pointer.
 * @param within keeps to the children of one value: the sub-events of an event type
 */
export function FacetList({ facet, within }: { facet: FacetId; within?: string }) {
  useWantedFacet(facet)
  const totals = useDescription().totals[facet]
  // Until they are counted nothing is shown: "not counted yet" is not "none".
  const counts = useResult(({ result }) => result?.facets[facet])
  return totals && counts ? (
    <CountedFacet facet={facet} within={within} counts={counts} totals={totals} />
  ) : null
}

interface CountedFacetProps {
  facet: FacetId
  within: string | undefined
  /** By index of the value; `totals` without any filter. */
  counts: Uint32Array
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
    return within === undefined ? all : all.filter(({ parent }) => parent === within)
  }, [facet, dictionaries, messages, language, within])
  const branches = useMemo(
    () => (facet === 'place' ? placeBranches(dictionaries.places, values) : null),
    [facet, dictionaries, values],
  )
  const [isNear, setNear] = useState(false)
  const isReady = useFoldedNames(values, isNear || search !== '')
  // Until then all rows stay, rather than that the page stands still.
  const searched = isReady ? search : ''
  const { rows, order } = useHeldRows(values, counts, choice, searched)
  const list = useFoundInView(searched, rows)
  const { filters: words } = messages
  // As wide as the largest count can become: no name is broken anew as counts change.
  const widest = formatNumber(language, Math.max(0, ...values.map(({ index }) => totals[index] ?? 0)))
  return (
    <div ref={list} className="facet-list" style={{ '--count': `${widest.length}ch` } as CSSProperties}>
      {values.length > FIRST && (
        <FacetSearch
          name={words.field[facet]}
          value={search}
          onNear={() => setNear(true)}
          onChange={setSearch}
        />
      )}
      {rows.length === 0 && <p className="facet-list__none">{words.noneWithin}</p>}
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

/** Rows one below the other. */
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
  const most = Math.max(1, ...shown.map(({ value }) => counts[value.index] ?? 0))
  /** What it lies in, where that is told by no tree, and the name that it was found by. */
  const smallOf = ({ value, alias }: FacetRow) => {
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
              small={smallOf(row)}
              count={counts[row.value.index] ?? 0}
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

/** The most that a number has been since the rows were made: a list that has grown does not shrink under the pointer. */
function useMost(rows: readonly FacetRow[], count: number): number {
  const [held, setHeld] = useState({ rows, count })
  if (held.rows === rows && held.count >= count) return held.count
  setHeld({ rows, count })
  return count
}

/** Rows in the order that they had when the values, their first settled counts or the search came; and those counts. */
function useHeldRows(values: readonly FacetValue[], counts: Uint32Array, choice: Choice, search: string) {
  // While a search waits for its texts, its counts are not yet those to go by.
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

/** Brings what a search within the facet finds into view, below the field that it is typed in. */
function useFoundInView(search: string, rows: readonly FacetRow[]) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (search !== '') list.current?.scrollIntoView({ block: 'nearest' })
  }, [search, rows])
  return list
}

function FacetSearch({
  name,
  value,
  onNear,
  onChange,
}: {
  name: string
  value: string
  /** A hand comes near: typing may follow. */
  onNear: () => void
  onChange: (text: string) => void
}) {
  const { filters: words } = useMessages()
  const id = useId()
  return (
    <input
      id={id}
      className="facet-list__search"
      type="text"
      inputMode="search"
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      aria-label={words.searchWithin(name)}
      placeholder={words.searchWithin(name)}
      value={value}
      onPointerEnter={onNear}
      onFocus={onNear}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/**
 * Chosen parents offer their children: an actor's id matches that actor alone. Below the list, so that no row moves as
 * one is chosen.
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
