import { sql, type Sql } from '../sql.ts'

/** A set of numbers that items of a list column are looked for in. */
export type ItemSet =
  | { kind: 'listed'; items: readonly number[] }
  /** Too many to be written into a statement: what a SELECT of one column answers. */
  | { kind: 'selected'; select: Sql }

/** Items that are written into a statement at most: some 150 kB of text. */
export const MOST_LISTED = 20_000

/** Condition: the list column has an item of the set. */
export function hasItemOf(column: Sql, set: ItemSet): Sql {
  if (set.kind === 'listed') {
    const [first, ...others] = set.items
    if (first === undefined) return sql`0`
    if (others.length === 0) return sql`has(${column}, ${first})`
  }
  // With several items faster than hasAny, which compares each item with each.
  return sql`arrayExists(item -> ${isItemOf(sql`item`, set)}, ${column})`
}

/** Condition: the number is in the set. @param item name of a column, or of a variable of a lambda */
export function isItemOf(item: Sql, set: ItemSet): Sql {
  if (set.kind === 'selected') return sql`${item} GLOBAL IN (${set.select})`
  return set.items.length === 0 ? sql`0` : sql`${item} IN (${set.items})`
}
