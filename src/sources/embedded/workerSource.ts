import type { Manifest } from '../../published/manifest.ts'
import { SourceError, type IncidentSource, type Progress } from '../../query/incidentSource.ts'
import { errorOf } from './failure.ts'
import type { Answers, Reply, Request } from './messages.ts'
import { afterLifeOf } from './sharedLock.ts'
import { createTextsSignal } from './textsSignal.ts'

interface Pending {
  resolve: (value: never) => void
  reject: (reason: unknown) => void
  onProgress?: ((progress: Progress) => void) | undefined
}

type Question = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never

/** A published data set in a worker of its own. */
export function createWorkerSource({
  manifestUrl,
  manifest,
}: {
  manifestUrl: string
  manifest: Manifest
}): IncidentSource {
  const name = `incidents ${crypto.getRandomValues(new Uint32Array(2)).join('')}`
  const worker = new Worker(new URL('./incidentWorker.ts', import.meta.url), { type: 'module', name })
  const pending = new Map<number, Pending>()
  const texts = createTextsSignal()
  const lostListeners = new Set<(error: SourceError) => void>()
  let lastId = 0
  let lost: SourceError | undefined

  const ask = <Kind extends keyof Answers>(
    question: Question & { kind: Kind },
    onProgress?: (progress: Progress) => void,
  ): Promise<Answers[Kind]> => {
    if (lost) return Promise.reject(lost)
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject, onProgress })
      worker.postMessage({ ...question, id })
    })
  }

  const end = (error: SourceError) => {
    lost ??= error
    worker.terminate()
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }

  const lose = (detail: string) => {
    if (lost) return
    const error = new SourceError('lost', detail)
    end(error)
    for (const listener of lostListeners) listener(error)
  }
  const hear = (reply: Reply) => {
    switch (reply.kind) {
      case 'alive':
        afterLifeOf(name, () => lose('the worker was ended'))
        break
      case 'answer':
        // The id says which question it answers, and so of which type it is.
        pending.get(reply.id)?.resolve(reply.value as never)
        pending.delete(reply.id)
        break
      case 'failure':
        pending.get(reply.id)?.reject(errorOf(reply.failure))
        pending.delete(reply.id)
        break
      case 'progress':
        pending.get(reply.id)?.onProgress?.(reply.progress)
        break
      case 'texts':
        texts.tell(
          typeof reply.state === 'object' && 'failure' in reply.state
            ? errorOf(reply.state.failure)
            : reply.state,
        )
        break
    }
  }

  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => hear(data))
  worker.addEventListener('error', (event) => lose(event.message || 'the worker could not run'))
  worker.addEventListener('messageerror', () => lose('an answer could not be read'))

  return {
    async describe({ signal, onProgress } = {}) {
      // What cannot be awaited any more need not be loaded any further.
      const cancel = () => end(new SourceError('lost', 'cancelled'))
      if (signal?.aborted) cancel()
      signal?.addEventListener('abort', cancel)
      try {
        return await ask({ kind: 'open', manifestUrl, manifest }, onProgress)
      } finally {
        signal?.removeEventListener('abort', cancel)
      }
    },
    query: (query) => ask({ kind: 'query', query }),
    incident: (incidentId) => ask({ kind: 'incident', incidentId }),
    exportFile: (filters, format) => ask({ kind: 'export', filters, format }),
    onTexts: texts.listen,
    onLost(listener) {
      lostListeners.add(listener)
      return () => lostListeners.delete(listener)
    },
    close: () => end(new SourceError('lost', 'closed')),
  }
}
