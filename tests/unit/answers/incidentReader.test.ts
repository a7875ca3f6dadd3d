import { expect, it, vi } from 'vitest'
import { createIncidentReader } from '../../../src/answers/incidentReader.ts'
import { SourceError, type IncidentDetails, type IncidentSource } from '../../../src/query/incidentSource.ts'
import { settled } from '../sources/fakeSource.ts'

const details = (id: string) => ({ incident: { id } }) as unknown as IncidentDetails
const noCheck = () => Promise.resolve()

function readerOf(incident: IncidentSource['incident'], check = noCheck) {
  const reader = createIncidentReader({ incident }, check)
  return { ...reader, kindOf: (id: string) => reader.records.getState().get(id)?.kind }
}

it('reads a record once for all who show it', async () => {
  const incident = vi.fn<IncidentSource['incident']>((id) => Promise.resolve(details(id)))
  const reader = readerOf(incident)
  reader.read('a')
  reader.read('a')
  expect(reader.kindOf('a')).toBe('loading')
  await settled()
  reader.read('a')
  expect(reader.records.getState().get('a')).toEqual({ kind: 'ready', details: details('a') })
  expect(incident).toHaveBeenCalledTimes(1)
})

it('tells that the data set has no such incident', async () => {
  const reader = readerOf(() => Promise.resolve(undefined))
  reader.read('a')
  await settled()
  expect(reader.kindOf('a')).toBe('gone')
})

it('checks a failure before it tells of it, and reads again when asked', async () => {
  const order: string[] = []
  const incident = vi
    .fn<IncidentSource['incident']>()
    .mockRejectedValueOnce(new SourceError('missing', 'x'))
    .mockResolvedValueOnce(details('a'))
  const reader = readerOf(incident, async () => {
    await Promise.resolve()
    order.push(`checked while ${reader.kindOf('a')}`)
  })
  reader.read('a')
  await settled()
  expect(order).toEqual(['checked while loading'])
  expect(reader.records.getState().get('a')).toMatchObject({ kind: 'failed', error: { code: 'missing' } })
  reader.read('a')
  await settled()
  expect(reader.kindOf('a')).toBe('ready')
})

it('keeps only the last records', async () => {
  const reader = readerOf((id) => Promise.resolve(details(id)))
  for (let number = 0; number < 60; number += 1) reader.read(`i${number}`)
  await settled()
  expect(reader.records.getState().size).toBe(50)
  expect(reader.kindOf('i59')).toBe('ready')
  expect(reader.kindOf('i0')).toBeUndefined()
})

it('aborts what is under way when it is stopped, and tells nothing more', async () => {
  let aborted: AbortSignal | undefined
  const reader = readerOf((id, { signal } = {}) => {
    aborted = signal
    return Promise.resolve(details(id))
  })
  reader.read('a')
  reader.stop()
  expect(aborted?.aborted).toBe(true)
  await settled()
  expect(reader.kindOf('a')).toBe('loading')
})
