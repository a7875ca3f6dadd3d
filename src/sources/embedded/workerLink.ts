import { SourceError } from '../../query/incidentSource.ts'
import { errorOf } from './failure.ts'
import type { Answers, ProgressOf, Question, Reply, WorkerState } from './messages.ts'
import { afterLifeOf } from './workerLife.ts'

interface Pending {
  resolve: (value: never) => void
  reject: (reason: unknown) => void
  onProgress: ((progress: never) => void) | undefined
  stopListening: () => void
}

interface AskOptions<Kind extends Question['kind']> {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ProgressOf<Kind>) => void) | undefined
}

/** Asks a worker. Rejects with a SourceError, or at once with the signal's reason when aborted. */
export type Ask = <Kind extends Question['kind']>(
  question: Question & { kind: Kind },
  options?: AskOptions<Kind>,
) => Promise<Answers[Kind]>

interface LinkHandlers {
  onState: (state: WorkerState) => void
  /** Called once, when the worker has ended by itself; every pending question has been rejected before. */
  onLost: (error: SourceError) => void
}

/** The page's side of a worker of its own: asks questions, and gives each its own answer. */
export class WorkerLink {
  readonly #name = `incidents ${crypto.getRandomValues(new Uint32Array(2)).join('')}`
  readonly #worker: Worker
  readonly #handlers: LinkHandlers
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  #ended: SourceError | undefined

  /** @param start starts the worker, by this name */
  constructor(start: (name: string) => Worker, handlers: LinkHandlers) {
    this.#handlers = handlers
    this.#worker = start(this.#name)
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data))
    this.#worker.addEventListener('error', (event) => this.#lose(event.message || 'the worker could not run'))
    this.#worker.addEventListener('messageerror', () => this.#lose('an answer could not be read'))
  }

  /** Rejects with a SourceError, or at once with the signal's reason when aborted: a later answer is then ignored. */
  ask<Kind extends Question['kind']>(
    question: Question & { kind: Kind },
    { signal, onProgress }: AskOptions<Kind> = {},
  ): Promise<Answers[Kind]> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      if (this.#ended) throw this.#ended
      this.#lastId += 1
      const id = this.#lastId
      const forget = () => this.#take(id)?.reject(signal?.reason)
      signal?.addEventListener('abort', forget)
      const stopListening = () => signal?.removeEventListener('abort', forget)
      this.#pending.set(id, { resolve, reject, onProgress, stopListening })
      this.#worker.postMessage({ ...question, id })
    })
  }

  /** Ends the worker, and rejects every pending question. */
  end(error: SourceError): void {
    this.#ended ??= error
    this.#worker.terminate()
    for (const id of this.#pending.keys()) this.#take(id)?.reject(error)
  }

  /** The question with this id, which is no longer pending. */
  #take(id: number): Pending | undefined {
    const taken = this.#pending.get(id)
    this.#pending.delete(id)
    taken?.stopListening()
    return taken
  }

  #lose(detail: string): void {
    if (this.#ended) return
    const error = new SourceError('lost', detail)
    this.end(error)
    this.#handlers.onLost(error)
  }

  #hear(reply: Reply): void {
    switch (reply.kind) {
      case 'alive':
        afterLifeOf(this.#name, () => this.#lose('the worker was ended'))
        break
      case 'answer':
        // The id tells which question it answers, and so the type of the value, and of progress.
        this.#take(reply.id)?.resolve(reply.value as never)
        break
      case 'failure':
        this.#take(reply.id)?.reject(errorOf(reply.failure))
        break
      case 'progress':
        this.#pending.get(reply.id)?.onProgress?.(reply.progress as never)
        break
      case 'state':
        this.#handlers.onState(reply.state)
        break
    }
  }
}
