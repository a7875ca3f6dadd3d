import { SourceError, type ExportChunk } from '../../query/incidentSource.ts'
import type { EmbeddedDataset } from './embeddedDataset.ts'
import { failureOf } from './failure.ts'
import type { Answers, Question, Reply, Request } from './messages.ts'
import { openInWorker } from './openInWorker.ts'
import { transferablesOf } from './transferables.ts'
import { holdForLife } from './workerLife.ts'

/** An export under way; aborting it ends its downloads. */
interface RunningExport {
  chunks: AsyncGenerator<ExportChunk, void>
  abort: AbortController
}

let opened: EmbeddedDataset | undefined
const exports = new Map<number, RunningExport>()

const send = (reply: Reply, transfer: ArrayBuffer[] = []) => self.postMessage(reply, { transfer })

holdForLife(self.name, () => send({ kind: 'alive' }))

self.addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data))

async function answer(request: Request): Promise<void> {
  try {
    const value = await answerOf(request)
    send({ kind: 'answer', id: request.id, value }, transferablesOf(value))
  } catch (reason) {
    send({ kind: 'failure', id: request.id, failure: failureOf(reason) })
  }
}

async function answerOf(request: Request): Promise<Answers[keyof Answers]> {
  switch (request.kind) {
    case 'open':
      opened = await openInWorker(request.ref, (progress) =>
        send({ kind: 'progress', id: request.id, progress }),
      )
      void loadTexts(opened)
      return opened.describe()
    case 'query':
      return dataset().query(request.query)
    case 'incident':
      return dataset().incident(request.incidentId)
    case 'latestVersion':
      return dataset().latestVersion()
    case 'exportChunk':
      return nextChunk(request)
    case 'endExport':
      exports.get(request.exportId)?.abort.abort()
      exports.delete(request.exportId)
      return undefined
  }
}

function dataset(): EmbeddedDataset {
  if (!opened) throw new SourceError('internal', 'asked before a data set was open')
  return opened
}

async function nextChunk({
  exportId,
  request,
}: Extract<Question, { kind: 'exportChunk' }>): Promise<ExportChunk | undefined> {
  const { chunks } = exports.get(exportId) ?? beginExport(exportId, request)
  const next = await chunks.next()
  if (!next.done) return next.value
  exports.delete(exportId)
  return undefined
}

function beginExport(
  exportId: number,
  request: Extract<Question, { kind: 'exportChunk' }>['request'],
): RunningExport {
  const abort = new AbortController()
  const begun = { chunks: dataset().export(request, abort.signal), abort }
  exports.set(exportId, begun)
  return begun
}

async function loadTexts(of: EmbeddedDataset): Promise<void> {
  try {
    await of.loadTexts((progress) => send({ kind: 'state', state: { kind: 'texts', progress } }))
    send({ kind: 'state', state: { kind: 'ready' } })
  } catch (reason) {
    send({ kind: 'state', state: { kind: 'textsFailed', failure: failureOf(reason) } })
  }
}
