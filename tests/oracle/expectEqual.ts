import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

/**
 * Fails unless the two are equal, properties that are undefined left aside. The oracle compares millions of values:
 * Node's own comparison is many times as fast as `expect`, which is asked only where that finds a difference.
 */
export function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}
