import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../../src/cli/startThread.ts'
import type { MutationResult } from './mutationThread.ts'

/** Milliseconds after which a file hangs. */
const PATIENCE = 10_000

/** Memory of the thread that reads. */
const MAX_MEGABYTES = 1024

/**
 * Reads mutations of valid files in a thread that is replaced where it hangs or dies; these results have the outcome
 * `hang` or `death`.
 * @param from index of the first mutation, @param to and after the last
 */
export async function runMutations(from: number, to: number): Promise<MutationResult[]> {
  const results: MutationResult[] = []
  let thread = await start()
  for (let index = from; index < to; index += 1) {
    const result = await ask(thread, index)
    results.push(result)
    if (result.outcome !== 'hang' && result.outcome !== 'death') continue
    await thread.terminate()
    thread = await start()
  }
  await thread.terminate()
  return results
}

/** A thread that has loaded what it needs, which may take longer than any file. */
async function start(): Promise<Worker> {
  const thread = startThread(new URL('./mutationThread.ts', import.meta.url), MAX_MEGABYTES)
  await once(thread, 'message')
  return thread
}

function ask(thread: Worker, index: number): Promise<MutationResult> {
  return new Promise((resolve) => {
    const lost = (outcome: string, wrong: string) => {
      settle({ index, name: '', time: PATIENCE, outcome, wrong })
    }
    const timer = setTimeout(() => {
      lost('hang', `no answer within ${PATIENCE} ms`)
    }, PATIENCE)
    const onError = (error: unknown) => {
      lost('death', String(error))
    }
    function settle(result: MutationResult) {
      clearTimeout(timer)
      thread.off('message', settle)
      thread.off('error', onError)
      resolve(result)
    }
    thread.on('message', settle)
    thread.on('error', onError)
    thread.postMessage(index, [])
  })
}
