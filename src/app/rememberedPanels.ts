import type { PanelState } from './panels.ts'

const KEY = 'incident-atlas:panels'

/** What is remembered of the panels on this device. */
export type RememberedPanels = Pick<PanelState, 'filters' | 'results' | 'timeline'>

/** The panels as they were left on this device; parts that were never changed, or are not understood, are missing. */
export function readPanels(): Partial<RememberedPanels> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? understood(kept) : {}
  } catch {
    // Without usable storage nothing is remembered.
    return {}
  }
}

function understood(kept: object): Partial<RememberedPanels> {
  const { filters, results, timeline } = kept as Record<string, unknown>
  return {
    ...(typeof filters === 'boolean' && { filters }),
    ...(typeof results === 'boolean' && { results }),
    ...((timeline === 'line' || timeline === 'usual' || timeline === 'tall') && { timeline }),
  }
}

/** Remembers a change that the user made. Without usable storage it does nothing. */
export function rememberPanels(change: Partial<RememberedPanels>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPanels(), ...change }))
  } catch {
    // Storage is full or not allowed; nothing depends on it.
  }
}
