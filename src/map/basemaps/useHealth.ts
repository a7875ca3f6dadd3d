import { useEffect, useState } from 'react'
import { counted, healthOf, newTally, type Health } from './basemapHealth.ts'
import { onRemoteRequest } from './remoteRequests.ts'

/** Milliseconds without an answer after which a host counts as slow. */
export const SLOW_AFTER = 8_000

/**
 * How the requests for a basemap fare.
 * @param part only requests whose address contains it are looked at; empty for all
 */
export function useHealth(part: string): Health | 'slow' {
  const [health, setHealth] = useState<Health | 'slow'>('asking')
  useEffect(() => {
    let tally = newTally
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onRemoteRequest((event) => {
      if (!event.url.includes(part)) return
      tally = counted(tally, event)
      setHealth(healthOf(tally))
      clearTimeout(timer)
      if (tally.waiting > 0) timer = setTimeout(() => setHealth('slow'), SLOW_AFTER)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [part])
  return health
}
