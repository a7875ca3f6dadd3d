import { expect, it } from 'vitest'
import { createResultLoop } from '../../../src/answers/resultLoop.ts'
import type { IncidentResult } from '../../../src/query/incidentResult.ts'
import { SourceError, type IncidentSource, type TextsState } from '../../../src/query/incidentSource.ts'
import { setText } from '../../../src/view/acts.ts'
import { act, createViewStore } from '../../../src/view/viewStore.ts'

it('asks a search again as more of the texts is indexed, and nothing else', async () => {
  const views = createViewStore()
  const asked: string[] = []
  let tell: (state: TextsState) => void = () => {}
  const source = {
    query: ({ filters }) => Promise.resolve(void asked.push(filters.text) as unknown as IncidentResult),
    onTexts(listener) {
      tell = listener
      return () => {}
    },
  } as Partial<IncidentSource> as IncidentSource
  const loop = createResultLoop(source, views)
  const told = async (state: TextsState) => {
    tell(state)
    await Promise.resolve()
    await Promise.resolve()
  }
  const progress = (done: number) => ({ stage: 'index', done, total: 9 }) as const
  await told(progress(1))
  await told(progress(2))
  expect(asked).toEqual(['', ''])
  act(views, setText('camp'))
  await told(progress(3))
  await told(progress(4))
  expect(asked.slice(2)).toEqual(['camp', 'camp', 'camp'])
  await told(new SourceError('truncated', 'texts'))
  expect(loop.store.getState().indexing).toBe('failed')
  loop.stop()
})
