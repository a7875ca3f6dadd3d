import { act, fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ResultState } from '../../../src/answers/resultLoop.ts'
import { DatasetContext, type Dataset } from '../../../src/answers/useResult.ts'
import { NothingFound } from '../../../src/filters/NothingFound.tsx'
import { ResultCount } from '../../../src/filters/ResultCount.tsx'
import { SearchBox } from '../../../src/filters/SearchBox.tsx'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import type { Language } from '../../../src/incidents/vocabulary.ts'
import type { IncidentResult } from '../../../src/query/incidentResult.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { createViewStore } from '../../../src/view/viewStore.ts'

/** Renders the components that show what a search has found, with a given result. */
function show(result: Partial<IncidentResult>, language: Language = 'en') {
  const results = createStore<ResultState>(() => ({
    result: { total: 0, of: 1_000_000, textPending: false, ...result } as unknown as IncidentResult,
    query: null,
    isPartial: false,
    error: null,
    unanswered: null,
    indexing: null,
  }))
  render(
    <ViewStoreContext value={createViewStore()}>
      <DatasetContext value={{ results } as unknown as Dataset}>
        <I18nProvider language={language}>
          <SearchBox />
          <ResultCount />
          <NothingFound />
        </I18nProvider>
      </DatasetContext>
    </ViewStoreContext>,
  )
  return results
}

describe('a search while texts are being indexed', () => {
  it('shows how many matches there are so far, and does not say that there are none', () => {
    const results = show({ total: 0, textPending: true })
    act(() => results.setState({ indexing: { stage: 'index', done: 400_000, total: 1_000_000 } }))
    expect(screen.getByText('Still indexing: 0 found so far')).toBeVisible()
    expect(screen.getByText('Nothing found so far')).toBeVisible()
    expect(screen.getAllByText('Still indexing: titles and summaries are searched to 40%.')).toHaveLength(2)
    expect(screen.queryByText(/No incident passes/)).toBeNull()
    const found = { total: 1_200, of: 1_000_000, textPending: true } as unknown as IncidentResult
    act(() => results.setState({ result: found }))
    expect(screen.getByText('Still indexing: 1,200 found so far')).toBeVisible()
    act(() => results.setState({ result: { ...found, textPending: false }, indexing: null }))
    expect(screen.getByText('1,200 of 1,000,000 incidents')).toBeVisible()
  })

  it('says that only names are searched where the texts could not be loaded', () => {
    const results = show({ textPending: true })
    act(() => results.setState({ indexing: 'failed' }))
    expect(screen.getAllByText(/only the names of actors, places and sources are searched/)).toHaveLength(2)
    expect(screen.queryByText(/Still indexing/)).toBeNull()
    expect(screen.queryByText(/No incident passes/)).toBeNull()
  })
})

describe('a search with commands of other search engines', () => {
  it.each([
    ['en', /Not a command here: “OR”, “\(”, “\)”\. Every word must be found/],
    ['fr', /« OR », « \( », « \) »\. Chaque mot/],
    ['ar', /«\u2068OR\u2069»، .*يجب أن ترد كل الكلمات/],
  ] as const)('names the commands below the field, in %s', (language, hint) => {
    show({}, language)
    const field = screen.getByRole('textbox')
    expect(field).not.toHaveAccessibleDescription(hint)
    fireEvent.change(field, { target: { value: 'harem OR (idlib)' } })
    expect(field).toHaveAccessibleDescription(hint)
  })
})
