import type { Page } from '@playwright/test'
import { quantile } from './quantile.ts'

/** What one kind of act came to, in milliseconds. */
export interface Figures {
  /** Acts that asked something anew, and were answered. */
  steps: number
  /** From the act to the answer's arrival on the main thread, which then shows its counts. */
  median: number
  p95: number
  /** Longest task of the main thread meanwhile; 0: none above 50 ms, which is what the browser reports. */
  longestTask: number
  stepsASecond: number
}

/** Moments on the page's clock, in milliseconds. */
interface Watched {
  tasks: number[]
  acts: number[]
  queries: { posted: number; answered: number }[]
}

/** Makes the page note its long tasks, the acts of the hand, and each query with its answer; before it is opened. */
export async function watchPage(page: Page): Promise<void> {
  // The compiler names functions through a helper that a page lacks.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(() => {
    const watched: Watched = { tasks: [], acts: [], queries: [] }
    Object.assign(globalThis, { watched })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration)
    }).observe({ type: 'longtask' })
    for (const kind of ['pointermove', 'input', 'click'] as const)
      addEventListener(kind, ({ timeStamp }) => watched.acts.push(timeStamp), { capture: true })

    const open = new Map<unknown, Watched['queries'][number]>()
    // What is sent to a worker and what comes back are seen on the way: the page itself knows of no clock.
    Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
      apply(send, worker: Worker, sent: [message: unknown]) {
        const [message] = sent
        if (typeof message === 'object' && message !== null && 'query' in message && 'id' in message) {
          const query = { posted: performance.now(), answered: Number.NaN }
          watched.queries.push(query)
          open.set(message.id, query)
          worker.addEventListener('message', ({ data }: MessageEvent<{ id?: unknown }>) => {
            const asked = open.get(data.id)
            if (asked) asked.answered = performance.now()
            open.delete(data.id)
          })
        }
        Reflect.apply(send, worker, sent)
      },
    })
  })
}

/** Does `act`, and takes what the page noted meanwhile. */
export async function timed(page: Page, act: () => Promise<void>): Promise<Figures> {
  await page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched }
    for (const list of Object.values(watched)) list.length = 0
  })
  const began = Date.now()
  await act()
  const seconds = (Date.now() - began) / 1000
  await page.waitForTimeout(500)
  const { tasks, acts, queries } = await page.evaluate(
    () => (globalThis as unknown as { watched: Watched }).watched,
  )
  const answered = queries.filter((query) => Number.isFinite(query.answered))
  // An act is answered by the first query that was asked after it. What asks nothing anew is no step: a pointer that
  // turns back within a day, or passes over a button.
  const times = acts.flatMap((at) => {
    const query = answered.find(({ posted }) => posted >= at)
    // A question waits until the one under way is answered.
    const under = queries.find(({ posted, answered: until }) => posted < at && until > at)
    return query && query.posted <= (under?.answered ?? at) + PATIENCE ? [query.answered - at] : []
  })
  // What plays by itself is timed from question to answer.
  const played = answered.map(({ posted, answered: until }) => until - posted)
  const all = acts.length > 0 ? times : played
  return {
    steps: all.length,
    median: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    longestTask: Math.max(0, ...tasks),
    stepsASecond: answered.length / seconds,
  }
}

/** A query that is asked later than this has another cause: some frames, in milliseconds. */
const PATIENCE = 50
