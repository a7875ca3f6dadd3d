import { useRef, useState } from 'react'
import { useRepublishing } from '../answers/republished.ts'
import { useDataset } from '../answers/useResult.ts'
import { asSourceError, type ExportFormat, type SourceErrorCode } from '../query/incidentSource.ts'
import { PROGRESS_DELAY } from '../ui/progressDelay.ts'
import { useViewStore } from '../view/useView.ts'
import { writeFragment } from '../view/url/writeFragment.ts'
import { collectFile } from './collectFile.ts'
import { exportNotes } from './exportNotes.ts'
import { saveFile } from './saveFile.ts'
import { shareLink } from './shareLink.ts'

/** How far an export has come. */
export type ExportState =
  | { kind: 'ready' }
  /** Records written, of `total`; undefined before the first. */
  | { kind: 'writing'; done: number; total: number | undefined; isLong: boolean }
  | { kind: 'failed'; code: SourceErrorCode }

/** Where licence, address, version and filters are written. */
export type NoteChoice = 'none' | 'lines' | 'file'

const files: Readonly<Record<ExportFormat, { name: string; type: string }>> = {
  csv: { name: 'incidents.csv', type: 'text/csv;charset=utf-8' },
  xlsx: {
    name: 'incidents.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  geojson: { name: 'incidents.geojson', type: 'application/geo+json' },
  geoparquet: { name: 'incidents.parquet', type: 'application/vnd.apache.parquet' },
  json: { name: 'incidents.json', type: 'application/json' },
}

/** Exports what passes the filters of the view, one file at a time. */
export function useExport(): {
  state: ExportState
  /** @param notes with `file`, a text file is saved as well */
  save: (format: ExportFormat, notes: NoteChoice) => void
  /** Ends the export, or forgets its failure. */
  cancel: () => void
} {
  const { source, description } = useDataset()
  const { check } = useRepublishing()
  const store = useViewStore()
  const [state, setState] = useState<ExportState>({ kind: 'ready' })
  const abort = useRef(new AbortController())

  const save = async (format: ExportFormat, choice: NoteChoice) => {
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
      const { view } = store.getState()
      const fragment = writeFragment(view)
      const link = shareLink(window.location, fragment)
      const notes = exportNotes({ about: description.about, version: description.version, link, fragment })
      const chunks = source.export(
        { filters: view.filters, format, ...(choice === 'lines' ? { notes } : {}) },
        { signal },
      )
      saveFile(await collectFile(chunks, type, (done, total) => whileWriting({ done, total })), name)
      if (choice === 'file')
        saveFile(
          new Blob([`${notes.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }),
          'incidents-notes.txt',
        )
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
  return { state, save: (format, notes) => void save(format, notes), cancel }
}
