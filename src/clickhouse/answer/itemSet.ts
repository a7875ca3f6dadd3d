import { literal, sql, type Sql } from '../sql.ts'

/** A set of numbers that a column, or items of a list column, are looked for in. */
export type ItemSet =
  | { kind: 'listed'; items: readonly number[] }
  /** Too many to be written into a statement: what a SELECT of one column answers. */
  | { kind: 'selected'; select: Sql }

/** Items that are written into a statement at most: some 400 kB of text. */
export const MOST_LISTED = 50_000

/** Lists that are longer become one text: ClickHouse takes long for many numbers, and refuses more than 50,000. */
const MOST_NUMBERS = 1_000

/** Type of the column that is looked for: ClickHouse 18.16 compares no other with a SELECT. */
export type ItemType = 'UInt32' | 'UInt64'

/** Condition: the list column, of UInt32, has an item of the set. */
export function hasItemOf(column: Sql, set: ItemSet): Sql {
  if (set.kind === 'listed') {
    const [first, ...others] = set.items
    if (first === undefined) return sql`0`
    if (others.length === 0) return sql`has(${column}, ${first})`
  }
  // With several items faster than hasAny, which compares each item with each.
  return sql`arrayExists(item -> ${isItemOf(sql`item`, set, 'UInt32')}, ${column})`
}

/** Condition: the number is in the set. @param item name of a column, or of a variable of a lambda */
export function isItemOf(item: Sql, set: ItemSet, type: ItemType): Sql {
  if (set.kind === 'selected') return sql`${item} GLOBAL IN (${set.select})`
  if (set.items.length === 0) return sql`0`
  if (set.items.length <= MOST_NUMBERS) return sql`${item} IN (${set.items})`
  const texts = sql`arrayJoin(splitByChar(',', ${literal(set.items.join(','))}))`
  return sql`${item} IN (SELECT ${type === 'UInt32' ? sql`toUInt32(${texts})` : sql`toUInt64(${texts})`})`
}
