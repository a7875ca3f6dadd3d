import { hash } from 'node:crypto'

/** What an incident is found by, and sampled by. */
export interface IncidentKey {
  /**
   * The first 4 bytes of the SHA-256 of its id in UTF-8, as a big-endian number: column `key` of `keys`. Several ids may
   * share one.
   */
  key: number
  /** How many zero bits the 2 bytes after those begin with, at most LAST_TIER: column `tier` of `incidents`. */
  tier: number
}

/** The highest tier. */
export const LAST_TIER = 15

/** @param id of an incident; a lone surrogate counts as U+FFFD */
export function keyOf(id: string): IncidentKey {
  // As text, which Node makes three times faster than a buffer.
  const digest = hash('sha256', id, 'hex')
  return {
    key: Number.parseInt(digest.slice(0, 8), 16),
    tier: tierOf(Number.parseInt(digest.slice(8, 12), 16)),
  }
}

/** @param bits 16 of them */
function tierOf(bits: number): number {
  return Math.min(LAST_TIER, Math.clz32(bits) - 16)
}
