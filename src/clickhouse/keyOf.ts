import { hash } from 'node:crypto'

/** What an incident is found by, and sampled by. */
export interface IncidentKey {
  /** 32 bits of a hash of its id: column `key` of `keys`. Several ids may share one. */
  key: number
  /** Column `tier` of `incidents`. */
  tier: number
}

/** The highest tier, with all that would be above it. */
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

/** Zero bits before the first other one. @param bits 16 of them that are as good as random */
function tierOf(bits: number): number {
  return Math.min(LAST_TIER, Math.clz32(bits) - 16)
}
