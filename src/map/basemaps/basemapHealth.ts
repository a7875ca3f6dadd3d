import type { RemoteEvent } from './remoteRequests.ts'

/** What is known of the requests for a basemap, or for one day of it. */
export interface Tally {
  /** Requests that have not been answered. */
  waiting: number
  /** The latest answers, oldest first. */
  last: readonly ('arrived' | 'missing' | 'failed')[]
}

/** `missing`: the host has no picture of what is in sight. */
export type Health = 'asking' | 'shown' | 'missing' | 'failed'

/** How many of the latest answers count: about those of one row of tiles. */
const LATEST = 6

/** Before the first request. */
export const newTally: Tally = { waiting: 0, last: [] }

/** The tally after an event. */
export function counted(tally: Tally, { kind }: RemoteEvent): Tally {
  switch (kind) {
    case 'asked':
      return { ...tally, waiting: tally.waiting + 1 }
    case 'stopped':
      return { ...tally, waiting: tally.waiting - 1 }
    case 'unusable':
      return { ...tally, last: ['failed'] }
    case 'arrived':
    case 'missing':
    case 'failed':
      return { waiting: tally.waiting - 1, last: [...tally.last, kind].slice(-LATEST) }
  }
}

/** What to tell the reader: the latest answers decide, so that it changes as the map moves. */
export function healthOf({ last }: Tally): Health {
  if (last.length === 0) return 'asking'
  if (last.includes('arrived')) return 'shown'
  return last.includes('failed') ? 'failed' : 'missing'
}
