import type { Place } from '../incidents/incident.ts'
import { placeChain, placeIndex } from '../incidents/placeChains.ts'
import type { Choice } from '../query/incidentQuery.ts'
import { countOf, type FacetValue } from './facetValues.ts'

/** The tree that places form by lying in each other. */
export interface PlaceBranches {
  /** The places without a parent: the countries. */
  roots: readonly FacetValue[]
  /** The children of a place, by its id. */
  below: ReadonlyMap<string, readonly FacetValue[]>
  /** The ancestors of a place from its parent up, by its id. */
  above: ReadonlyMap<string, readonly FacetValue[]>
}

/**
 * Builds the tree.
 * @param values the values of the place facet, in the order of `places`
 */
export function placeBranches(places: readonly Place[], values: readonly FacetValue[]): PlaceBranches {
  const index = placeIndex(places)
  const roots: FacetValue[] = []
  const below = new Map<string, FacetValue[]>()
  const above = new Map<string, FacetValue[]>()
  for (const [at, value] of values.entries()) {
    const chain = placeChain(places, index, at).flatMap((each) => values[each] ?? [])
    const parent = chain[1]
    above.set(value.id, chain.slice(1))
    if (!parent) roots.push(value)
    else {
      const siblings = below.get(parent.id)
      if (siblings) siblings.push(value)
      else below.set(parent.id, [value])
    }
  }
  return { roots, below, above }
}

/** One row of the tree. */
export type TreeRow =
  /** A place at a depth (0 for roots) with the number of its children, and whether they are shown. */
  | { kind: 'place'; value: FacetValue; depth: number; within: number; isOpen: boolean }
  /** The number of children of a place (null: of roots) that are not shown, behind those that are. */
  | { kind: 'more'; of: FacetValue | null; depth: number; hidden: number }

/** What decides which rows of the tree are shown, and in which order. */
export interface TreeState {
  /** Counts by index of the value, by which siblings are sorted, largest first. */
  order: ArrayLike<number>
  /** Counts without any filter, by index of the value. A place with 0 is left out. */
  totals: ArrayLike<number>
  /** Ids of places that are shown in any case. */
  kept: ReadonlySet<string>
  /** How many children of an open place are shown, by its id; closed places are absent. */
  open: ReadonlyMap<string, number>
  /** How many roots are shown. */
  roots: number
}

const collator = new Intl.Collator()

/** The rows that are shown, from top to bottom. */
export function treeRows({ roots, below }: PlaceBranches, state: TreeState): TreeRow[] {
  const { order, totals, kept, open } = state
  const used = (values: readonly FacetValue[]) =>
    values.filter((value) => countOf(totals, value) > 0 || kept.has(value.id))
  const rows: TreeRow[] = []
  const appendSiblings = (
    values: readonly FacetValue[],
    of: FacetValue | null,
    depth: number,
    limit: number,
  ) => {
    const ordered = used(values).toSorted(
      (a, b) => countOf(order, b) - countOf(order, a) || collator.compare(a.name, b.name),
    )
    const shown = ordered.filter(({ id }, at) => at < limit || kept.has(id))
    for (const value of shown) {
      const within = used(below.get(value.id) ?? [])
      const most = open.get(value.id)
      rows.push({ kind: 'place', value, depth, within: within.length, isOpen: most !== undefined })
      if (most !== undefined) appendSiblings(within, value, depth + 1, most)
    }
    if (shown.length < ordered.length)
      rows.push({ kind: 'more', of, depth, hidden: ordered.length - shown.length })
  }
  appendSiblings(roots, null, 0, state.roots)
  return rows
}

/** Ids of the chosen places and of all their ancestors, which must be shown so that the chosen ones are visible. */
export function placesToShow({ above }: PlaceBranches, { include, exclude }: Choice): Set<string> {
  return new Set(
    [...include, ...exclude].flatMap((id) => [id, ...(above.get(id) ?? []).map((each) => each.id)]),
  )
}
