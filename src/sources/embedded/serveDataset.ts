import { SourceError, type DatasetDescription, type ExportChunk } from '../../query/incidentSource.ts'
import type { EmbeddedDataset } from './embeddedDataset.ts'
import { failureOf } from './failure.ts'
import type {
  Answers,
  OpeningQuestion,
  ProgressOf,
  Question,
  Reply,
  Request,
  WorkerState,
} from './messages.ts'
import { transferablesOf } from './transferables.ts'
import { holdForLife } from './workerLife.ts'

/** What the answer to an opening question may do. */
export interface Opening {
  /** Answers from this data set from now on, and loads its texts. */
  hold: (dataset: EmbeddedDataset) => DatasetDescription
  /** Tells progress of the question. */
  tell: (progress: ProgressOf<Question['kind']>) => void
}

/** Answers the questions that lead to an open data set. */
export type Open = (
  question: OpeningQuestion,
  opening: Opening,
) => Answers[OpeningQuestion['kind']] | Promise<Answers[OpeningQuestion['kind']]>

/** An export under way; aborting it ends its downloads. */
interface RunningExport {
  chunks: AsyncGenerator<ExportChunk, void>
  abort: AbortController
}

let opened: EmbeddedDataset | undefined
const exports = new Map<number, RunningExport>()

const send = (reply: Reply, transfer: ArrayBuffer[] = []) => self.postMessage(reply, { transfer })

/** Answers the messages that this worker gets, as long as it lives. */
export function serveDataset(open: Open): void {
  holdForLife(self.name, () => send({ kind: 'alive' }))
  self.addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data, open))
}

async function answer(request: Request, open: Open): Promise<void> {
  try {
    const value = await answerOf(request, open)
    send({ kind: 'answer', id: request.id, value }, transferablesOf(value))
  } catch (reason) {
    send({ kind: 'failure', id: request.id, failure: failureOf(reason) })
  }
}

async function answerOf(request: Request, open: Open): Promise<Answers[keyof Answers]> {
  switch (request.kind) {
    case 'query':
      return dataset().query(request.query)
    case 'incident':
      return dataset().incident(request.incidentId)
    case 'citing':
      return dataset().citing(request.urls)
    case 'latestVersion':
      return dataset().latestVersion()
    case 'exportChunk':
      return nextChunk(request)
    case 'endExport':
      exports.get(request.exportId)?.abort.abort()
      exports.delete(request.exportId)
      return undefined
    case 'open':
    case 'importFiles':
    case 'endImport':
    case 'rejectedRows':
    case 'openFiles':
      return open(request, { hold, tell: (progress) => send({ kind: 'progress', id: request.id, progress }) })
  }
}

function hold(next: EmbeddedDataset): DatasetDescription {
  opened = next
  void loadTexts(next)
  return next.describe()
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
  const tell = (state: WorkerState) => {
    // Files may have been opened anew meanwhile.
    if (of === opened) send({ kind: 'state', state })
  }
  try {
    await of.loadTexts((progress) => tell({ kind: 'texts', progress }))
    tell({ kind: 'ready' })
  } catch (reason) {
    tell({ kind: 'textsFailed', failure: failureOf(reason) })
  }
}
