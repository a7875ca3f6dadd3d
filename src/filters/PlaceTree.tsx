import { useMemo, useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import type { Choice } from '../query/incidentQuery.ts'
import { Button } from '../ui/Button.tsx'
import { FacetRowView } from './FacetRowView.tsx'
import { countOf, stateIn, type FacetValue } from './facetValues.ts'
import { placesToShow, treeRows, type PlaceBranches } from './placeTree.ts'

/** How many children of a place are shown when it is opened. */
const FIRST = 8

/** How many more each click on "more places" shows. */
const MORE = 50

/** The places of a facet as a tree: countries, with their regions and localities inside. Each place can be opened. */
export function PlaceTree({
  branches,
  counts,
  totals,
  order,
  choice,
}: {
  branches: PlaceBranches
  /** Counts of the present result, by index of the value. */
  counts: Uint32Array
  /** Counts without any filter, by index of the value. */
  totals: Uint32Array
  /** Earlier counts by which siblings are sorted; they stay the same so that no row moves away under the pointer. */
  order: Uint32Array
  choice: Choice
}) {
  const { filters: words } = useMessages()
  const { kept, open, roots, toggle, showMore } = useOpenPlaces(branches, choice)
  const rows = useMemo(
    () => treeRows(branches, { order, totals, kept, open, roots }),
    [branches, order, totals, kept, open, roots],
  )
  const most = Math.max(1, ...rows.map((row) => (row.kind === 'place' ? countOf(counts, row.value) : 0)))
  return (
    <ul>
      {rows.map((row) =>
        row.kind === 'more' ? (
          <li key={`more ${row.of?.id ?? ''}`} style={{ marginInlineStart: `${24 + 16 * row.depth}px` }}>
            <Button kind="quiet" className="facet-list__offer" onClick={() => showMore(row.of)}>
              {words.morePlaces(row.hidden, row.of?.name ?? null)}
            </Button>
          </li>
        ) : (
          <li key={row.value.id}>
            <FacetRowView
              facet="place"
              value={row.value}
              depth={row.depth}
              detail={row.within > 0 ? words.placesWithin(row.within) : undefined}
              branch={{ isOpen: row.within > 0 ? row.isOpen : null, toggle: () => toggle(row.value) }}
              count={countOf(counts, row.value)}
              most={most}
              state={stateIn(choice, row.value.id)}
            />
          </li>
        ),
      )}
    </ul>
  )
}

/** The state of the tree: which places are open, and which stay visible because they are or were chosen. */
function useOpenPlaces(branches: PlaceBranches, choice: Choice) {
  const first = () => {
    // Places that hold others: a country, and not the entry of places that are not named.
    const [only, ...others] = branches.roots.filter(({ id }) => branches.below.has(id))
    const kept = placesToShow(branches, choice)
    const open = new Map([...kept].flatMap((id) => (branches.below.has(id) ? [[id, FIRST]] : [])))
    if (only && others.length === 0) open.set(only.id, FIRST)
    return { branches, choice, kept, open, roots: FIRST }
  }
  const [state, setState] = useState(first)
  if (state.branches !== branches) setState(first())
  else if (state.choice !== choice) {
    const open = new Map(state.open)
    // Opens the ancestors of a place that was chosen elsewhere; those of a clicked row are open already.
    for (const id of chosenSince(state.choice, choice))
      for (const { id: above } of branches.above.get(id) ?? []) open.set(above, open.get(above) ?? FIRST)
    setState({ ...state, choice, open, kept: new Set([...state.kept, ...placesToShow(branches, choice)]) })
  }
  const change = (of: FacetValue | null, to: (before: number | undefined) => number | undefined) =>
    setState((before) => {
      if (of === null) return { ...before, roots: to(before.roots) ?? FIRST }
      const open = new Map(before.open)
      const next = to(open.get(of.id))
      if (next === undefined) open.delete(of.id)
      else open.set(of.id, next)
      return { ...before, open }
    })
  return {
    ...state,
    toggle: (of: FacetValue) => change(of, (before) => (before === undefined ? FIRST : undefined)),
    showMore: (of: FacetValue | null) => change(of, (before) => (before ?? 0) + MORE),
  }
}

/** The ids that are chosen now and were not before. */
function chosenSince(before: Choice, now: Choice): string[] {
  return [...now.include, ...now.exclude].filter((id) => stateIn(before, id) === 'free')
}
