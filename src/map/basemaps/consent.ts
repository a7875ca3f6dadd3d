import type { Basemap } from '../../basemaps/basemap.ts'

/** What the reader asked this device to remember. */
export interface Remembered {
  /** As in the `basemap` key of a link, without days. */
  choice: string
  /** Hosts that may be asked without asking the reader again. */
  hosts: readonly string[]
}

const KEY = 'incident-atlas:basemap'

/** Names of the hosts that a basemap asks: the page's own one where it has no other. */
export function hostsAsked({ hosts }: Basemap): readonly string[] {
  return hosts.length > 0 ? hosts : [location.host]
}

/** What this device remembers; `null` where that is nothing, or nothing usable. */
export function readRemembered(): Remembered | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return isRemembered(stored) ? stored : null
  } catch {
    return null
  }
}

function isRemembered(stored: unknown): stored is Remembered {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'choice' in stored &&
    typeof stored.choice === 'string' &&
    'hosts' in stored &&
    Array.isArray(stored.hosts) &&
    stored.hosts.every((host) => typeof host === 'string')
  )
}

/** Remembers a choice on this device; `null` forgets it. Without usable storage it does nothing. */
export function writeRemembered(remembered: Remembered | null): void {
  try {
    if (remembered) localStorage.setItem(KEY, JSON.stringify(remembered))
    else localStorage.removeItem(KEY)
  } catch {
    // Storage is full or not allowed; the choice then holds until the page is left.
  }
}
