import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { SourceError, type ExportChunk, type IncidentSource } from '../../../src/query/incidentSource.ts'
import { useExportDialog } from '../../../src/share/useExportDialog.tsx'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { showWithRecords, sourceOf } from '../list/showWithRecords.tsx'
import { failingExport, held } from '../sources/fakeSource.ts'

const records = { incidents: [incidentWith({})] }
const { source } = sourceOf(records)

/** A menu whose entry opens the dialog. */
function Menu() {
  const { dialog, open } = useExportDialog()
  return (
    <>
      <button type="button" onClick={open}>
        Export
      </button>
      {dialog}
    </>
  )
}

/** An export of 3 records, of which the second chunk comes when the test says. */
function slowExport() {
  const second = held<void>()
  const signals: (AbortSignal | undefined)[] = []
  const run: IncidentSource['export'] = async function* slow(_, { signal } = {}) {
    signals.push(signal)
    yield chunk('one,', 1)
    await Promise.race([
      second.promise,
      new Promise((__, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      }),
    ])
    yield chunk('two', 3)
  }
  return { run, sendSecond: second.resolve, signals }
}

function chunk(text: string, done: number): ExportChunk {
  return { bytes: new TextEncoder().encode(text), done, total: 3 }
}

function show({ run, textPending = false }: { run?: IncidentSource['export']; textPending?: boolean } = {}) {
  const query: IncidentSource['query'] = async (asked) => ({ ...(await source.query(asked)), textPending })
  showWithRecords(<Menu />, records, {
    view: { filters: { ...noFilters, text: 'one' } },
    change: { query, ...(run && { export: run }) },
  })
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

/** The files that were saved. */
let saved: { name: string; content: Blob }[]

beforeEach(() => {
  // jsdom has no dialogs, and saves no files.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  saved = []
  let content: Blob | undefined
  URL.createObjectURL = (blob: Blob) => {
    content = blob
    return 'blob:file'
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (content) saved.push({ name: this.download, content })
  })
})
afterEach(() => void vi.restoreAllMocks())

describe('the dialog of exports', () => {
  it('saves no file of what a search has found only so far, and says why', async () => {
    const run = vi.fn<IncidentSource['export']>()
    show({ run, textPending: true })
    await press('Export')
    expect(await screen.findByText('Still indexing: 1 found so far')).toBeVisible()
    const save = screen.getByRole('button', { name: /CSV/ })
    expect(save).toBeDisabled()
    await userEvent.click(save)
    expect(run).not.toHaveBeenCalled()
  })

  it('saves what passes the filters, and shows no progress where that is quick', async () => {
    show()
    await press('Export')
    await press(/GeoJSON/)
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]).toMatchObject({ name: 'incidents.geojson', content: { type: 'application/geo+json' } })
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('shows after half a second how many records are written, and saves the file at the end', async () => {
    const { run, sendSecond } = slowExport()
    show({ run })
    await press('Export')
    await press(/CSV/)
    expect(await screen.findByRole('progressbar')).toHaveAttribute('value', '1')
    expect(screen.getByText('1 of 3 incidents')).toBeVisible()
    sendSecond()
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]?.content.size).toBe('one,two'.length)
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('cancels at once, saves nothing, and can begin anew', async () => {
    const { run, signals } = slowExport()
    show({ run })
    await press('Export')
    await press(/CSV/)
    await press('Cancel')
    expect(signals[0]?.aborted).toBe(true)
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('button', { name: /CSV/ })).toBeEnabled()
    expect(saved).toEqual([])
  })

  it('goes on while its dialog is closed', async () => {
    const { run, sendSecond } = slowExport()
    show({ run })
    await press('Export')
    await press(/CSV/)
    await press('Close')
    expect(screen.queryByRole('dialog')).toBeNull()
    sendSecond()
    await waitFor(() => expect(saved).toHaveLength(1))
  })

  it('tells of a failure until the dialog is closed', async () => {
    show({ run: () => failingExport(new SourceError('timeout', 'no answer')) })
    await press('Export')
    await press(/CSV/)
    expect(await screen.findByRole('alert')).toHaveTextContent(/could not be written.*within the time limit/)
    await press('Close')
    await press('Export')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
