import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { RepublishingContext, type Republishing } from '../../../src/answers/republished.ts'
import { createResultLoop } from '../../../src/answers/resultLoop.ts'
import { useIncident } from '../../../src/answers/useIncident.ts'
import { DatasetContext } from '../../../src/answers/useResult.ts'
import { SourceError, type IncidentSource } from '../../../src/query/incidentSource.ts'
import { createViewStore } from '../../../src/view/viewStore.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { sourceOf } from '../list/showWithRecords.tsx'

const noRepublishing: Republishing = { found: null, check: () => Promise.resolve() }

/** Hooks over one source; `incident` replaces how it reads records. */
function open(
  incident: (read: IncidentSource['incident']) => IncidentSource['incident'],
  republishing = noRepublishing,
) {
  const records = { incidents: [incidentWith({ id: 'a' })] }
  const { source: plain, describe } = sourceOf(records)
  const source = { ...plain, incident: incident(plain.incident) }
  const dataset = {
    source,
    description: describe(),
    results: createResultLoop(source, createViewStore()).store,
  }
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RepublishingContext value={republishing}>
      <DatasetContext value={dataset}>{children}</DatasetContext>
    </RepublishingContext>
  )
  return (id: string | null) => renderHook(() => useIncident(id), { wrapper }).result
}

it('reads a record once for all who show it, and none where none is asked for', async () => {
  const reads = vi.fn<IncidentSource['incident']>()
  const show = open((read) => reads.mockImplementation(read))
  const [first, second, none] = [show('a'), show('a'), show(null)]
  expect(first.current).toEqual({ kind: 'loading' })
  await waitFor(() =>
    expect(first.current).toMatchObject({ kind: 'ready', details: { incident: { id: 'a' } } }),
  )
  expect(second.current.kind).toBe('ready')
  expect(show('a').current.kind).toBe('ready')
  expect(none.current).toEqual({ kind: 'loading' })
  expect(reads).toHaveBeenCalledTimes(1)
})

it('says that the data set has no such incident', async () => {
  const lost = open((read) => read)('lost')
  await waitFor(() => expect(lost.current).toEqual({ kind: 'gone' }))
})

it('looks for a newer version before it tells of a failure, and reads again when asked', async () => {
  const told: string[] = []
  let fails = true
  const show = open(
    (read) => (id, options) => (fails ? Promise.reject(new SourceError('missing', 'x')) : read(id, options)),
    {
      found: null,
      check: () => {
        told.push(reading.current.kind)
        return Promise.resolve()
      },
    },
  )
  const reading = show('a')
  await waitFor(() => expect(reading.current).toMatchObject({ kind: 'failed', error: { code: 'missing' } }))
  expect(told).toEqual(['loading'])
  fails = false
  act(() => {
    if (reading.current.kind === 'failed') reading.current.retry()
  })
  await waitFor(() => expect(reading.current.kind).toBe('ready'))
})
