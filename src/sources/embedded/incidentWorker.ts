import { SourceError, type DatasetDescription, type ExportChunk } from '../../query/incidentSource.ts'
import { openPublished } from '../published/openPublished.ts'
import type { FilesInWorker } from '../files/filesInWorker.ts'
import { laterCode } from '../laterCode.ts'
import type { EmbeddedDataset } from './embeddedDataset.ts'
import type { ImportProgress, ImportReport } from '../../query/importReport.ts'
import { failureOf } from './failure.ts'
import type { Answers, Question, Reply, Request, WorkerState } from './messages.ts'
import { transferablesOf } from './transferables.ts'
import { holdForLife } from './workerLife.ts'

/** An export under way; aborting it ends its downloads. */
interface RunningExport {
  chunks: AsyncGenerator<ExportChunk, void>
  abort: AbortController
}

let opened: EmbeddedDataset | undefined
/** Files that the user gave. */
let files: FilesInWorker | undefined
/** Ends the import that is under way. */
let importing = new AbortController()
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
      return hold(
        await openPublished(request.ref, (progress) => send({ kind: 'progress', id: request.id, progress })),
      )
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
    case 'importFiles':
      return importFiles(request)
    case 'endImport':
      importing.abort()
      return undefined
    case 'rejectedRows':
      return given().rejectedRows(request.table, request.reasons)
    case 'openFiles':
      return hold(given().open())
  }
}

/** Answers from a data set from now on. */
function hold(dataset: EmbeddedDataset): DatasetDescription {
  opened = dataset
  void loadTexts(dataset)
  return dataset.describe()
}

function given(): FilesInWorker {
  if (!files) throw new SourceError('internal', 'asked before files were given')
  return files
}

async function importFiles({
  id,
  files: added,
  choices,
}: Extract<Request, { kind: 'importFiles' }>): Promise<ImportReport> {
  importing = new AbortController()
  const { signal } = importing
  const onProgress = (progress: ImportProgress) => send({ kind: 'progress', id, progress })
  if (added) {
    const { readFilesInWorker } = await laterCode(() => import('../files/filesInWorker.ts'))
    files = await readFilesInWorker(added, signal, onProgress)
  }
  return given().report(choices, signal, onProgress)
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
