import type { SourceError, SourceErrorCode } from '../query/incidentSource.ts'
import type { PageSigns } from './pageSigns.ts'
import type { ResultLoop } from './resultLoop.ts'

/** Failures that pass by themselves, as when a server or the network is back. */
const passingCodes: readonly SourceErrorCode[] = ['unreachable', 'busy', 'incomplete', 'timeout']

/** Whether a query that failed so is asked again without the reader's doing. */
export function mayPass({ code }: SourceError): boolean {
  return passingCodes.includes(code)
}

/** Seconds before the first new try, and the most before any. */
const FIRST_PAUSE = 2
const LONGEST_PAUSE = 60

/** Pauses are shorter by up to this share, each by another, so that the pages of many readers do not ask all at once. */
const SPREAD = 0.25

/**
 * Seconds until a query that failed is asked again: each pause is twice the one before. A query that took all the time
 * it may have is likely to take it again, so that it waits longest.
 * @param tries made so far
 */
function pauseAfter({ code }: SourceError, tries: number): number {
  return code === 'timeout' ? LONGEST_PAUSE : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries)
}

/**
 * Asks the query of a loop again when it has failed in a way that may pass: after growing pauses while the page is
 * visible, and at once when it becomes so or the network is back.
 * @returns stops it
 */
export function retryLater({ store, askAgain }: ResultLoop, page: PageSigns): () => void {
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const onTime = () => {
    if (!page.isVisible()) return
    tries += 1
    askAgain()
  }
  const stopResults = store.subscribe(({ error, isPartial }, before) => {
    if (error === null && !isPartial) tries = 0
    if (error === before.error) return
    clearTimeout(timer)
    if (error && mayPass(error))
      timer = setTimeout(onTime, pauseAfter(error, tries) * (1 - SPREAD * Math.random()) * 1_000)
  })
  const stopReturns = page.onReturn(() => {
    const { error } = store.getState()
    if (!error || !mayPass(error)) return
    tries = 0
    askAgain()
  })
  return () => {
    clearTimeout(timer)
    stopResults()
    stopReturns()
  }
}
