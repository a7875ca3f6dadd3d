import type { Place } from '../incidents/incident.ts'
import { placeChain, placeIndex } from '../incidents/placeChains.ts'
import type { Choice } from '../query/incidentQuery.ts'
import type { FacetValue } from './facetValues.ts'

/** The places as they lie in each other. */
export interface PlaceBranches {
  /** Those that lie in nothing. */
  roots: readonly FacetValue[]
  /** By id of a place, those that lie right in it. */
  below: ReadonlyMap<string, readonly FacetValue[]>
  /** By id of a place, what it lies in, from the nearest on. */
  above: ReadonlyMap<string, readonly FacetValue[]>
}

/** @param values of the places, in their order */
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

/** A line of the tree: a place, or how many more there are beside those before it. */
export type TreeRow =
  | { kind: 'place'; value: FacetValue; depth: number; within: number; isOpen: boolean }
  | { kind: 'more'; of: FacetValue | null; depth: number; hidden: number }

export interface TreeState {
  /** Counts by index of the value that siblings are ordered by. */
  order: ArrayLike<number>
  /** Counts without any filter: a place that none names is left out. */
  totals: ArrayLike<number>
  /** Ids of places that are shown whatever stands before them. */
  kept: ReadonlySet<string>
  /** How many of the places right in one are shown, by its id; absent where it is closed. */
  open: ReadonlyMap<string, number>
  /** How many of the roots are shown. */
  roots: number
}

const collator = new Intl.Collator()

/** The lines that stand open, from above. */
export function treeRows({ roots, below }: PlaceBranches, state: TreeState): TreeRow[] {
  const { order, totals, kept, open } = state
  const used = (values: readonly FacetValue[]) =>
    values.filter(({ index, id }) => (totals[index] ?? 0) > 0 || kept.has(id))
  const countOf = ({ index }: FacetValue) => order[index] ?? 0
  const rows: TreeRow[] = []
  const place = (values: readonly FacetValue[], of: FacetValue | null, depth: number, limit: number) => {
    const ordered = used(values).toSorted(
      (a, b) => countOf(b) - countOf(a) || collator.compare(a.name, b.name),
    )
    const shown = ordered.filter(({ id }, at) => at < limit || kept.has(id))
    for (const value of shown) {
      const within = used(below.get(value.id) ?? [])
      const most = open.get(value.id)
      rows.push({ kind: 'place', value, depth, within: within.length, isOpen: most !== undefined })
      if (most !== undefined) place(within, value, depth + 1, most)
    }
    if (shown.length < ordered.length)
      rows.push({ kind: 'more', of, depth, hidden: ordered.length - shown.length })
  }
  place(roots, null, 0, state.roots)
  return rows
}

/** The chosen places and all that they lie in: what must be shown so that they are seen. */
export function placesToShow({ above }: PlaceBranches, { include, exclude }: Choice): Set<string> {
  return new Set(
    [...include, ...exclude].flatMap((id) => [id, ...(above.get(id) ?? []).map((each) => each.id)]),
  )
}
