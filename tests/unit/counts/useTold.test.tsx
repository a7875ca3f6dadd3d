import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ResultState } from '../../../src/answers/resultLoop.ts'
import { DatasetContext } from '../../../src/answers/useResult.ts'
import { useTold } from '../../../src/counts/useTold.tsx'
import { I18nProvider, useMessages } from '../../../src/i18n/I18nProvider.tsx'
import { description, fakeSource, resultWith } from '../sources/fakeSource.ts'

function Shown({ count, of }: { count: number; of: number }) {
  const { common } = useMessages()
  const told = useTold()
  return <p role="status">{told((tell) => common.nOfIncidents(tell(count), of))}</p>
}

const exact = { kind: 'exact' } as const
const sampled = { kind: 'sampled', share: 1 / 4, margin: 400 } as const

it('tells a count as it is, then as an estimate in signs and in words, then as it is', async () => {
  const results = createStore<ResultState>(() => ({
    result: resultWith(12_288),
    query: null,
    isPartial: false,
    error: null,
    unanswered: null,
    indexing: null,
  }))
  render(
    <I18nProvider language="en">
      <DatasetContext value={{ source: fakeSource().source, description, results }}>
        <Shown count={12_288} of={1_000_000} />
      </DatasetContext>
    </I18nProvider>,
  )
  const status = await screen.findByRole('status')
  expect(status.textContent).toBe('12,288 of 1,000,000 incidents')
  act(() => results.setState({ result: { ...resultWith(12_288), exactness: sampled }, isPartial: true }))
  const seen = await screen.findByText(/≈ 12,300 ± 400.* of 1,000,000 incidents/)
  expect(seen.getAttribute('aria-hidden')).toBe('true')
  expect(screen.getByText('about 12,300, give or take 400, of 1,000,000 incidents')).toBeDefined()
  act(() => results.setState({ result: { ...resultWith(12_288), exactness: exact }, isPartial: false }))
  expect(status.textContent).toBe('12,288 of 1,000,000 incidents')
})
