import type { Page } from '@playwright/test'
import { quantile } from './quantile.ts'

/** Response times of one kind of act. */
export interface Figures {
  /** How many acts led to a query that was answered. */
  steps: number
  /** Median of the milliseconds from the act to the arrival of the result on the main thread. */
  median: number
  /** 95th percentile of the same. */
  p95: number
  /** Milliseconds of the longest task of the main thread; 0 where none took 50 ms, as browsers report only those. */
  longestTask: number
  /** Queries answered a second. */
  stepsASecond: number
}

/** What the page has recorded: times on its clock, and durations of tasks, in milliseconds. */
interface Watched {
  /** Durations of long tasks. */
  tasks: number[]
  /** Times of input events. */
  acts: number[]
  /** Times at which each query was sent to the worker and its answer came back; NaN until then. */
  queries: { posted: number; answered: number }[]
}

/** Makes the page record its long tasks, input events and queries. Must be called before the page is opened. */
export async function watchPage(page: Page): Promise<void> {
  // esbuild names functions through a helper, which does not exist in the page.
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
    // Observes the messages to and from the worker, so that the page needs no code for the measurement.
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

/** Runs `act` and returns the response times that the page recorded during it. */
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
  // The answer to an act is that of the first query sent after it. An act that leads to no new query is not a step: a
  // pointer that moves within the same day, or over a button.
  const times = acts.flatMap((at) => {
    const query = answered.find(({ posted }) => posted >= at)
    // A query is sent only when the one under way is answered.
    const under = queries.find(({ posted, answered: until }) => posted < at && until > at)
    return query && query.posted <= (under?.answered ?? at) + PATIENCE ? [query.answered - at] : []
  })
  // Without input events, as while playing, times are measured from query to answer.
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

/** Milliseconds, some frames, within which an act leads to its query; a later query has another cause. */
const PATIENCE = 50
