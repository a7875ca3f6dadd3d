import {
  SourceError,
  type ExportChunk,
  type ExportRequest,
  type IncidentSource,
} from '../query/incidentSource.ts'

/** Seconds without any sign of life after which a call fails. Opening may compute for long without telling progress. */
export interface TimeLimits {
  open: number
  answer: number
}

const DEFAULT_LIMITS: TimeLimits = { open: 60, answer: 30 }

/** Milliseconds from one tick to the next: a call may be silent for as many ticks as its limit has seconds. */
const TICK = 1_000

/**
 * The same source, whose calls fail with code `timeout` instead of staying open for ever. Progress, a part of an answer
 * and a chunk of an export are signs of life: after each the time counts anew. Time in which the machine sleeps does
 * not count, since it has no ticks.
 */
export function limitTime(source: IncidentSource, limits: TimeLimits = DEFAULT_LIMITS): IncidentSource {
  const { facetPage } = source
  return {
    describe: ({ signal, onProgress } = {}) =>
      limited(limits.open, signal, (inner, showLife) =>
        source.describe({
          signal: inner,
          onProgress(progress) {
            showLife()
            onProgress?.(progress)
          },
        }),
      ),
    query: (query, { signal, onPart } = {}) =>
      limited(limits.answer, signal, (inner, showLife) =>
        source.query(query, {
          signal: inner,
          onPart(part) {
            showLife()
            if (!inner.aborted) onPart?.(part)
          },
        }),
      ),
    ...(facetPage && {
      facetPage: (request, { signal } = {}) =>
        limited(limits.answer, signal, (inner) => facetPage(request, { signal: inner })),
    }),
    incident: (id, { signal } = {}) =>
      limited(limits.answer, signal, (inner) => source.incident(id, { signal: inner })),
    citing: (urls, { signal } = {}) =>
      limited(limits.open, signal, (inner) => source.citing(urls, { signal: inner })),
    latestVersion: ({ signal } = {}) =>
      limited(limits.answer, signal, (inner) => source.latestVersion({ signal: inner })),
    export: (request, { signal } = {}) => limitedExport(source, request, limits.answer, signal),
    onState: source.onState,
    close: source.close,
  }
}

async function* limitedExport(
  source: IncidentSource,
  request: ExportRequest,
  seconds: number,
  outer: AbortSignal | undefined,
): AsyncGenerator<ExportChunk, void> {
  const abort = new AbortController()
  const chunks = source.export(request, { signal: abort.signal })[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await limited(seconds, outer, () => chunks.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    abort.abort()
    // Not awaited: where a chunk never comes, neither does the end.
    chunks.return?.().catch(() => {})
  }
}

/**
 * @param run starts the call; the signal that it is given is aborted when the call ends early
 * @returns what the call resolves with; rejects with code `timeout` after so many seconds without a sign of life
 */
function limited<T>(
  seconds: number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal, showLife: () => void) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    outer?.throwIfAborted()
    const abort = new AbortController()
    let silentTicks = 0
    const call = run(abort.signal, () => {
      silentTicks = 0
    })
    const settle = () => {
      clearInterval(clock)
      outer?.removeEventListener('abort', onAbort)
    }
    const endEarly = (reason: unknown) => {
      settle()
      reject(reason)
      abort.abort(reason)
    }
    const onAbort = () => endEarly(outer?.reason)
    const clock = setInterval(() => {
      silentTicks += 1
      if (silentTicks >= seconds) endEarly(new SourceError('timeout', `no answer within ${seconds} s`))
    }, TICK)
    outer?.addEventListener('abort', onAbort)
    call.then(resolve, reject).finally(settle)
  })
}
