import type { FileImport } from '../../query/fileImport.ts'
import type { ImportChoices } from '../../query/importReport.ts'
import { SourceError, type IncidentSource } from '../../query/incidentSource.ts'
import { answersOver, sourceState } from '../embedded/answersOver.ts'
import { WorkerLink, type Ask } from '../embedded/workerLink.ts'
import { createStateSignal, type StateSignal } from '../stateSignal.ts'

function startFilesWorker(name: string): Worker {
  return new Worker(new URL('./filesWorker.ts', import.meta.url), { type: 'module', name })
}

/** The files in a worker of their own, which starts with the first report. */
export function createFileImport(files: readonly File[]): FileImport {
  return new WorkerFileImport(files)
}

class WorkerFileImport implements FileImport {
  readonly #files: readonly File[]
  /** undefined before the first report, and after a worker has ended. */
  #link: WorkerLink | undefined
  /** Whether the worker holds what the files contain. */
  #isRead = false
  #choices: ImportChoices = {}
  /** Of the source that was opened last. */
  #states: StateSignal | undefined

  constructor(files: readonly File[]) {
    this.#files = files
  }

  report: FileImport['report'] = async (choices, { signal, onProgress } = {}) => {
    signal?.throwIfAborted()
    this.#choices = choices
    const link = (this.#link ??= this.#start())
    const given = this.#isRead
      ? null
      : { files: this.#files, gazetteerUrl: new URL('gazetteer/places.tsv.gz', document.baseURI).href }
    try {
      const report = await link.ask({ kind: 'importFiles', given, choices }, { signal, onProgress })
      this.#isRead = true
      return report
    } catch (reason) {
      if (signal?.aborted) this.#cancel(link)
      throw reason
    }
  }

  rejectedRows: FileImport['rejectedRows'] = (table, reasons, options) =>
    this.#reported().ask({ kind: 'rejectedRows', table, reasons }, options)

  open: FileImport['open'] = (besideManifest) => {
    const states = createStateSignal({ kind: 'texts', progress: { stage: 'index', done: 0 } })
    this.#states = states
    const closed = new AbortController()
    const ask: Ask = (question, options) => {
      const signal = options?.signal ? AbortSignal.any([options.signal, closed.signal]) : closed.signal
      return this.#reported().ask(question, { ...options, signal })
    }
    return {
      describe: async (options) => {
        // A worker that has died is replaced: the files are read again.
        if (!this.#link) await this.report(this.#choices, { signal: options?.signal })
        return ask({ kind: 'openFiles', besideManifest }, options)
      },
      ...answersOver(ask),
      onState: states.onState,
      close() {
        states.stop()
        closed.abort(new SourceError('lost', 'the source was closed'))
      },
    } satisfies IncidentSource
  }

  close(): void {
    this.#end(new SourceError('lost', 'the files were closed'))
  }

  #start(): WorkerLink {
    const link = new WorkerLink(startFilesWorker, {
      onState: (state) => this.#states?.tell(sourceState(state)),
      onLost: (error) => {
        this.#forget()
        this.#states?.tell({ kind: 'lost', error })
      },
    })
    return link
  }

  #reported(): WorkerLink {
    if (!this.#link) throw new SourceError('lost', 'the worker that held the files has ended')
    return this.#link
  }

  /** A reader of files may be in one long step, so its worker is ended; what has been read is kept. */
  #cancel(link: WorkerLink): void {
    if (this.#isRead) link.ask({ kind: 'endImport' }).catch(() => {})
    else this.#end(new SourceError('lost', 'reading the files was cancelled'))
  }

  #end(error: SourceError): void {
    this.#link?.end(error)
    this.#forget()
  }

  #forget(): void {
    this.#link = undefined
    this.#isRead = false
  }
}
