import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import type { IncidentSource } from '../../../src/query/incidentSource.ts'
import { ExportMenu } from '../../../src/share/ExportMenu.tsx'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { showWithRecords, sourceOf } from '../list/showWithRecords.tsx'

const records = { incidents: [incidentWith({})] }
const { source } = sourceOf(records)

function show(textPending: boolean) {
  const exportFile = vi.fn<IncidentSource['exportFile']>().mockRejectedValue(new Error('no file in a test'))
  const query: IncidentSource['query'] = async (asked) => ({ ...(await source.query(asked)), textPending })
  showWithRecords(<ExportMenu />, records, {
    view: { filters: { ...noFilters, text: 'one' } },
    change: { query, exportFile },
  })
  return exportFile
}

beforeEach(() => {
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})

it('saves no file of what a search has found only so far, and says why', async () => {
  const exportFile = show(true)
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  expect(await screen.findByText('Still indexing: 1 found so far')).toBeVisible()
  const save = screen.getByRole('button', { name: /CSV/ })
  expect(save).toBeDisabled()
  await userEvent.click(save)
  expect(exportFile).not.toHaveBeenCalled()
})

it('saves what passes once the search is whole', async () => {
  const exportFile = show(false)
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  await userEvent.click(await screen.findByRole('button', { name: /CSV/ }))
  expect(exportFile).toHaveBeenCalledOnce()
})
