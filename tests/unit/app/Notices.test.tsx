import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { RepublishingContext } from '../../../src/answers/republished.ts'
import type { ResultState } from '../../../src/answers/resultLoop.ts'
import { DatasetContext } from '../../../src/answers/useResult.ts'
import { Notices } from '../../../src/app/Notices.tsx'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import { SourceError, type SourceErrorCode } from '../../../src/query/incidentSource.ts'
import { toQuery } from '../../../src/view/toQuery.ts'
import { createViewStore } from '../../../src/view/viewStore.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { description, fakeSource, resultWith } from '../sources/fakeSource.ts'

const queryOf = (text: string) => {
  const { view, screen: size } = createViewStore().getState()
  return { ...toQuery(view, size), filters: { ...view.filters, text } }
}

function show() {
  const results = createStore<ResultState>(() => ({
    result: resultWith(7),
    query: queryOf(''),
    isPartial: false,
    error: null,
    unanswered: null,
    indexing: null,
  }))
  const askAgain = vi.fn<() => void>()
  const check = vi.fn<(reason: unknown) => Promise<void>>(() => Promise.resolve())
  render(
    <ViewStoreContext value={createViewStore()}>
      <I18nProvider language="en">
        <RepublishingContext value={{ found: null, check }}>
          <DatasetContext value={{ source: fakeSource().source, description, results, askAgain }}>
            <Notices link={{ problems: [], repairs: [] }} onLinkRead={() => {}} />
          </DatasetContext>
        </RepublishingContext>
      </I18nProvider>
    </ViewStoreContext>,
  )
  const fail = (code: SourceErrorCode) =>
    act(() => results.setState({ error: new SourceError(code, 'detail') }))
  return { results, askAgain, check, fail }
}

it.each([
  ['busy', 'too much to do'],
  ['excessive', 'Narrow the dates'],
  ['incomplete', 'A part of the data cannot be reached'],
  ['unreachable', 'does not answer'],
] as const)(
  'says why a change is not answered, that what is shown is older, and asks again: %s',
  async (code, cause) => {
    const { fail, askAgain, results } = show()
    fail(code)
    const notice = await screen.findByRole('alert')
    expect(notice.textContent).toContain(cause)
    expect(notice.textContent).toContain('What you see is the answer before it.')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(askAgain).toHaveBeenCalledOnce()
    act(() => results.setState({ error: null }))
    expect(screen.queryByRole('alert')).toBeNull()
  },
)

describe('says what is shown where an answer fails:', () => {
  const error = new SourceError('incomplete', 'detail')
  const sampled = { ...resultWith(7), exactness: { kind: 'sampled', share: 0.5, margin: 1 } as const }
  const failing = queryOf('camp')

  it.each<[string, Partial<ResultState>, title: string, effect: string]>([
    ['nothing', { result: null, query: null }, 'could not be loaded', 'stay empty'],
    ['the answer before', {}, 'could not be answered', 'the answer before it'],
    [
      'estimates',
      { result: sampled, query: failing, isPartial: true },
      'only in part',
      'are estimates of it',
    ],
    ['a part', { query: failing, isPartial: true }, 'only in part', 'map are of it'],
    ['older estimates', { result: sampled, isPartial: true }, 'could not be', 'of the change before it'],
  ])('%s', (_, state, title, effect) => {
    const { results } = show()
    act(() => results.setState({ ...state, error, unanswered: failing }))
    const notice = screen.getByRole('alert')
    expect(notice.textContent).toContain(title)
    expect(notice.textContent).toContain(effect)
  })
})

it.each([
  ['busy', true],
  ['incomplete', true],
  ['unreachable', true],
  ['timeout', true],
  ['excessive', false],
  ['malformed', false],
] as const)('says once that the page tries again by itself, where it does: %s', (code, isRetried) => {
  const { fail } = show()
  fail(code)
  const notice = screen.getByRole('alert')
  expect(notice.textContent?.includes('The page tries again by itself.')).toBe(isRetried)
})

it('looks for a newer version where that would explain the failure', () => {
  const { fail, check, results } = show()
  fail('missing')
  expect(check).toHaveBeenCalledWith(results.getState().error)
})
