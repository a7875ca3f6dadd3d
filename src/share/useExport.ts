import { useRef, useState } from 'react'
import { useRepublishing } from '../answers/republished.ts'
import { useDataset } from '../answers/useResult.ts'
import { asSourceError, type ExportFormat, type SourceErrorCode } from '../query/incidentSource.ts'
import { useView } from '../view/useView.ts'
import { collectFile } from './collectFile.ts'
import { saveFile } from './saveFile.ts'
import { PROGRESS_DELAY } from '../ui/progressDelay.ts'

/** How far an export has come. */
export type ExportState =
  | { kind: 'ready' }
  /** Records written, of `total`; undefined before the first. */
  | { kind: 'writing'; done: number; total: number | undefined; isLong: boolean }
  | { kind: 'failed'; code: SourceErrorCode }

const files: Readonly<Record<ExportFormat, { name: string; type: string }>> = {
  csv: { name: 'incidents.csv', type: 'text/csv;charset=utf-8' },
  geojson: { name: 'incidents.geojson', type: 'application/geo+json' },
}

/** Exports what passes the filters of the view, one file at a time. */
export function useExport(): {
  state: ExportState
  save: (format: ExportFormat) => void
  /** Ends the export, or forgets its failure. */
  cancel: () => void
} {
  const { source } = useDataset()
  const { check } = useRepublishing()
  const filters = useView((view) => view.filters)
  const [state, setState] = useState<ExportState>({ kind: 'ready' })
  const abort = useRef(new AbortController())

  const save = async (format: ExportFormat) => {
    abort.current = new AbortController()
    const { signal } = abort.current
    const whileWriting = (change: Partial<Extract<ExportState, { kind: 'writing' }>>) => {
      if (!signal.aborted)
        setState((before) => (before.kind === 'writing' ? { ...before, ...change } : before))
    }
    setState({ kind: 'writing', done: 0, total: undefined, isLong: false })
    const timer = setTimeout(() => whileWriting({ isLong: true }), PROGRESS_DELAY)
    try {
      const { name, type } = files[format]
      const chunks = source.export({ filters, format }, { signal })
      saveFile(await collectFile(chunks, type, (done, total) => whileWriting({ done, total })), name)
      setState({ kind: 'ready' })
    } catch (reason) {
      if (signal.aborted) return
      await check(reason)
      setState({ kind: 'failed', code: asSourceError(reason).code })
    } finally {
      clearTimeout(timer)
    }
  }
  const cancel = () => {
    abort.current.abort()
    setState({ kind: 'ready' })
  }
  return { state, save: (format) => void save(format), cancel }
}
