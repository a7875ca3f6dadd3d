import { expect, it, vi } from 'vitest'
import { createStateSignal } from '../../../src/sources/stateSignal.ts'

const ready = { kind: 'ready' } as const
const loading = { kind: 'texts', progress: { stage: 'download', done: 0 } } as const

it('tells each listener the present state soon after it began to listen, and each later state', async () => {
  const signal = createStateSignal(loading)
  signal.tell(ready)
  const listener = vi.fn<(state: unknown) => void>()
  signal.onState(listener)
  expect(listener).not.toHaveBeenCalled()
  await Promise.resolve()
  expect(listener.mock.calls).toEqual([[ready]])
  signal.tell(loading)
  expect(listener.mock.calls).toEqual([[ready], [loading]])
})

it('tells nothing to who has stopped listening, nor to anyone after it was stopped', async () => {
  const signal = createStateSignal(ready)
  const [one, other] = [vi.fn<(state: unknown) => void>(), vi.fn<(state: unknown) => void>()]
  signal.onState(one)()
  signal.onState(other)
  await Promise.resolve()
  signal.stop()
  signal.tell(loading)
  expect(one).not.toHaveBeenCalled()
  expect(other).toHaveBeenCalledTimes(1)
})
