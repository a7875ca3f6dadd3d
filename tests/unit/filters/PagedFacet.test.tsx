import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { createResultLoop } from '../../../src/answers/resultLoop.ts'
import { DatasetContext } from '../../../src/answers/useResult.ts'
import { ActiveFilters } from '../../../src/filters/ActiveFilters.tsx'
import { FacetList } from '../../../src/filters/FacetList.tsx'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import type { FacetId } from '../../../src/incidents/fields.ts'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import type { FacetPageRequest } from '../../../src/query/facetPage.ts'
import { SourceError, type IncidentSource } from '../../../src/query/incidentSource.ts'
import type { ServedDataset, ServedDescription } from '../../../src/query/servedDataset.ts'
import { createServerSource } from '../../../src/sources/server/serverSource.ts'
import { setText, toggleInclude } from '../../../src/view/acts.ts'
import { act as actOn, createViewStore } from '../../../src/view/viewStore.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { defaultView, type View } from '../../../src/view/view.ts'
import { bundledRecords, engineDataset } from '../../server/engineDataset.ts'
import { BASE, fetchOver } from '../sources/server/fetchOver.ts'
import { createStateSignal } from '../../../src/sources/stateSignal.ts'

let dataset: ServedDataset
let whole: ServedDescription

beforeAll(async () => {
  const records = await bundledRecords()
  dataset = await engineDataset(records, { wholeDictionary: 5 })
  whole = await (await engineDataset(records)).describe({ version: null })
})
afterEach(() => void vi.unstubAllGlobals())

/** The list of a paged facet and the chips, over a server; `change` replaces methods of the source. */
async function show(
  facet: FacetId,
  view: Partial<View> = {},
  change: (source: IncidentSource) => Partial<IncidentSource> = () => ({}),
) {
  vi.stubGlobal('fetch', fetchOver(dataset))
  const served = createServerSource({ kind: 'server', baseUrl: BASE, version: null })
  const plain: IncidentSource = { ...served, onState: createStateSignal({ kind: 'ready' }).onState }
  const source = { ...plain, ...change(plain) }
  const description = await source.describe()
  const store = createViewStore({ ...defaultView, ...view })
  const results = createResultLoop(source, store).store
  render(
    <ViewStoreContext value={store}>
      <I18nProvider language="en">
        <DatasetContext value={{ source, description, results }}>
          <FacetList facet={facet} />
          <ActiveFilters />
        </DatasetContext>
      </I18nProvider>
    </ViewStoreContext>,
  )
  await screen.findAllByRole('checkbox')
  return { store, user: userEvent.setup(), description }
}

const names = () =>
  screen.getAllByRole('checkbox').map((box) => box.closest('label')?.querySelector('bdi')?.textContent)
const counts = () =>
  screen.getAllByRole('checkbox').map((box) =>
    Number(
      box
        .closest('label')
        ?.textContent?.match(/([\d,]+)$/)?.[1]
        ?.replace(',', ''),
    ),
  )
const nameOf = (list: 'actors' | 'places', id: string) =>
  whole.dictionaries[list].find((each) => each.id === id)?.name.en

/** The ids of a facet's values from the one with the most incidents on. */
function byTotal(facet: 'actor' | 'place'): string[] {
  const totals = whole.totals[facet] ?? []
  const entries = facet === 'actor' ? whole.dictionaries.actors : whole.dictionaries.places
  return entries
    .map(({ id }, index) => ({ id, total: totals[index] ?? 0 }))
    .toSorted((a, b) => b.total - a.total)
    .map(({ id }) => id)
}

/** The actor with the fewest incidents, but with one. */
function rarest(): string {
  const { actors } = whole.dictionaries
  const totals = whole.totals.actor ?? []
  return byTotal('actor').findLast((id) => totals[actors.findIndex((each) => each.id === id)]) ?? ''
}

it('shows the values with the most incidents first, and more when asked', async () => {
  const { user } = await show('actor')
  expect(names()).toEqual(
    byTotal('actor')
      .slice(0, 8)
      .map((id) => nameOf('actors', id)),
  )
  expect(counts()).toEqual(counts().toSorted((a, b) => b - a))
  await user.click(screen.getByRole('button', { name: /^Show \d+ more$/ }))
  await waitFor(() => expect(names().length).toBeGreaterThan(8))
  expect(new Set(names()).size).toBe(names().length)
})

it('searches on the server, once the typing rests', async () => {
  const asked = vi.fn<(request: FacetPageRequest) => void>()
  const { user } = await show('actor', {}, ({ facetPage }) => ({
    facetPage: (request, options) => {
      asked(request)
      return facetPage ? facetPage(request, options) : Promise.reject(new Error('no pages'))
    },
  }))
  asked.mockClear()
  const rare = nameOf('actors', rarest()) ?? ''
  await user.type(screen.getByRole('textbox'), rare)
  await waitFor(() => expect(names()).toContain(rare))
  const searches = asked.mock.calls.flatMap(([{ values }]) => (values.kind === 'top' ? [values.search] : []))
  expect(searches.at(-1)).toBe(rare)
  await user.clear(screen.getByRole('textbox'))
  await user.type(screen.getByRole('textbox'), 'zzzz')
  expect(await screen.findByText('Nothing of that name.')).toBeDefined()
})

it('counts the rows anew where other filters change, and keeps their order', async () => {
  const { store } = await show('actor')
  const [before, totals] = [names(), counts()]
  act(() => actOn(store, setText('aleppo')))
  await waitFor(() => expect(counts()).not.toEqual(totals))
  expect(names()).toEqual(before)
  expect(counts().every((count, at) => count <= (totals[at] ?? 0))).toBe(true)
})

it('shows what a link has chosen above the others, with its name in the chips', async () => {
  const rare = rarest()
  const filters = { ...noFilters, actor: { include: [rare], exclude: ['nobody-of-that-name'], all: false } }
  await show('actor', { filters })
  const name = nameOf('actors', rare) ?? ''
  await waitFor(() => expect(names()[0]).toBe(name))
  expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1)
  const chips = await screen.findByRole('group', { name: 'Active filters' })
  await waitFor(() => expect(within(chips).getByText(name)).toBeDefined())
  expect(await within(chips).findByText('not unknown: nobody-of-that-name')).toBeDefined()
})

it('moves no row when one is chosen in its place, and adds one that is chosen elsewhere', async () => {
  const { user, store } = await show('actor')
  const before = names()
  await user.click(screen.getAllByRole('checkbox')[3] ?? document.body)
  await waitFor(() => expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1))
  expect(names()).toEqual(before)
  const rare = byTotal('actor')[20] ?? ''
  act(() => actOn(store, toggleInclude('actor', rare)))
  await waitFor(() => expect(names()[0]).toBe(nameOf('actors', rare)))
  expect(names().slice(1)).toEqual(before)
})

it('opens the only country, and each region that is opened', async () => {
  const { user } = await show('place')
  const kinds = new Map(whole.dictionaries.places.map((place) => [place.name.en, place.kind]))
  await waitFor(() => expect(names().length).toBeGreaterThan(1))
  expect(
    names()
      .map((name) => kinds.get(name ?? ''))
      .slice(0, 2),
  ).toEqual(['country', 'region'])
  const before = names()
  const [closed] = screen.getAllByRole('button', { name: /^Places within/, expanded: false })
  if (!closed) throw new Error('no region is closed')
  await user.click(closed)
  await waitFor(() => expect(names().length).toBeGreaterThan(before.length))
  await user.click(closed)
  expect(names()).toEqual(before)
})

it('lists countries that are paged', async () => {
  await show('country')
  const kinds = new Map(whole.dictionaries.places.map((place) => [place.name.en, place.kind]))
  expect(names().map((name) => kinds.get(name ?? ''))).toEqual(names().map(() => 'country'))
})

it('says why values cannot be had, and asks again', async () => {
  let fails = true
  const shown = show('actor', {}, ({ facetPage }) => ({
    facetPage: (request, options) =>
      fails || !facetPage
        ? Promise.reject(new SourceError('incomplete', 'a shard is gone'))
        : facetPage(request, options),
  }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('A part of the data cannot be reached')
  fails = false
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  await shown
  expect(names().length).toBeGreaterThan(0)
})
