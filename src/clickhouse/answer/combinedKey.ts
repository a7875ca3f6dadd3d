import { sql, type Sql } from '../sql.ts'

/** Several whole numbers of a row in one, by which ClickHouse groups rows much faster than by several. */
export interface CombinedKey {
  /** Expression over a row. */
  key: Sql
  /** The numbers of which a key was made, in their order. */
  split(key: number): number[]
}

/**
 * The numbers are the digits of the key, the last one the highest.
 * @param parts an expression over a row for each number, and what it is always below; from 0 on. All limits multiplied are at most 2^53
 */
export function combinedKey(parts: readonly (readonly [number: Sql, below: number])[]): CombinedKey {
  const [first, ...others] = parts
  if (!first) return { key: sql`0`, split: () => [] }
  let [key, radix] = [sql`toUInt64(${first[0]})`, first[1]]
  for (const [number, below] of others) {
    key = sql`${key} + (${number}) * ${radix}`
    radix *= below
  }
  return { key, split: (value) => digitsOf(value, parts) }
}

function digitsOf(value: number, parts: readonly (readonly [number: Sql, below: number])[]): number[] {
  let rest = value
  return parts.map(([, below]) => {
    const digit = rest % below
    rest = (rest - digit) / below
    return digit
  })
}
