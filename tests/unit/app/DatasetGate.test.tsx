import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useRepublishing } from '../../../src/answers/republished.ts'
import { DatasetGate } from '../../../src/app/DatasetGate.tsx'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import {
  SourceError,
  type DatasetDescription,
  type IncidentSource,
} from '../../../src/query/incidentSource.ts'
import type { Manifest } from '../../../src/published/manifest.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { createViewStore } from '../../../src/view/viewStore.ts'
import { defaultView } from '../../../src/view/view.ts'

const file = { name: 'x.gz', bytes: 1, sha256: 'a'.repeat(64) }
const manifest: Manifest = {
  schemaVersion: 5,
  generated: '2026-05-07T00:00:00Z',
  version: 'v1',
  rows: 0,
  about: {
    title: { en: 'T' },
    description: { en: 'D' },
    publisher: 'P',
    licence: { name: 'L', url: 'https://example.org/' },
    citation: 'C',
    coverage: { en: 'V' },
    languages: ['en'],
    updated: '2026-05-07',
  },
  dictionaries: file,
  columns: file,
  lists: { actors: file, publishers: file, tags: file },
  texts: file,
  pageSize: 64,
  pages: { name: 'pages.json.gz', bytes: 1, sha256: '0'.repeat(64) },
}

function fakeSource(change: Partial<IncidentSource> = {}): IncidentSource {
  return {
    describe: () => Promise.resolve({} as DatasetDescription),
    query: () => new Promise(() => {}),
    incident: () => Promise.resolve(undefined),
    exportFile: () => Promise.reject(new Error('unused')),
    onTexts: () => () => {},
    onLost: () => () => {},
    close: vi.fn(),
    ...change,
  }
}

function Below() {
  const { found, check } = useRepublishing()
  return (
    <>
      <p>{`open ${found ? `newer ${found.kind}` : 'newest'}`}</p>
      {(['lost', 'altered'] as const).map((code) => (
        <button key={code} type="button" onClick={() => void check(new SourceError(code, 'x'))}>
          {code}
        </button>
      ))}
    </>
  )
}

function open(
  openSource: (manifestUrl: string, manifest: Manifest) => IncidentSource,
  data: string | null = null,
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <ViewStoreContext value={createViewStore({ ...defaultView, data })}>
        <I18nProvider language="en">
          <DatasetGate openSource={openSource}>
            <Below />
          </DatasetGate>
        </I18nProvider>
      </ViewStoreContext>
    </QueryClientProvider>,
  )
  return client
}

const answerWith = (text: string, status = 200) =>
  vi.fn(() => Promise.resolve(new Response(text, { status })))

describe('opening a data set', () => {
  beforeEach(() => vi.stubGlobal('fetch', answerWith(JSON.stringify(manifest))))
  afterEach(() => void vi.unstubAllGlobals())

  it('shows what is below it once it is open', async () => {
    open(() => fakeSource())
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it.each([
    ['is missing', answerWith('', 404), /no data at this address/],
    ['is not JSON', answerWith('<!doctype html>'), /not in the form/],
    ['is of another version', answerWith('{"schemaVersion": 99}'), /does not read/],
    ['lacks a part', answerWith('{"schemaVersion": 5}'), /not in the form/],
    ['cannot be reached', vi.fn(() => Promise.reject(new TypeError('offline'))), /could not be reached/],
  ])('says so where the manifest %s, and tries again when asked', async (_, fetching, words) => {
    vi.stubGlobal('fetch', fetching)
    open(() => fakeSource())
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    vi.stubGlobal('fetch', answerWith(JSON.stringify(manifest)))
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it.each([
    ['truncated', /only in part/],
    ['altered', /checksum differs/],
  ] as const)('says so where a file is %s, and closes the source', async (code, words) => {
    const source = fakeSource({
      describe: () => Promise.reject(new SourceError(code, 'x', 'columns.arrow.gz')),
    })
    open(() => source)
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('alert')).toHaveTextContent('columns.arrow.gz')
    expect(source.close).toHaveBeenCalled()
  })

  it('says so when the worker dies later, and opens the data anew', async () => {
    let die: (error: SourceError) => void = () => {}
    const sources = [
      fakeSource({
        onLost: (listener) => {
          die = listener
          return () => {}
        },
      }),
      fakeSource(),
    ]
    open(() => sources.shift() ?? fakeSource())
    await screen.findByText('open newest')
    die(new SourceError('lost', 'worker died'))
    expect(await screen.findByRole('alert')).toHaveTextContent(/has stopped/)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it('refuses data from a host that is not allowed, asks nothing of it, and offers a way on', async () => {
    open(() => fakeSource(), 'https://evil.example/set')
    expect(screen.getByRole('alert')).toHaveTextContent('evil.example')
    expect(fetch).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Open the data set of this site' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it('notices a newer version and does not force it', async () => {
    const client = open(() => fakeSource())
    await screen.findByText('open newest')
    vi.stubGlobal('fetch', answerWith(JSON.stringify({ ...manifest, version: 'v2' })))
    await client.refetchQueries({ queryKey: ['manifest'] })
    expect(await screen.findByText('open newer data')).toBeVisible()
  })

  it('opens the version that took the place of the one whose files are gone', async () => {
    const asked: string[] = []
    const openSource = (_: string, { version }: Manifest) => {
      asked.push(version)
      if (version === 'v2') return fakeSource()
      vi.stubGlobal('fetch', answerWith(JSON.stringify({ ...manifest, version: 'v2' })))
      return fakeSource({
        describe: () => Promise.reject(new SourceError('altered', 'x', 'columns.arrow.gz')),
      })
    }
    open(openSource)
    expect(await screen.findByText('open newest')).toBeVisible()
    expect(asked).toEqual(['v1', 'v2'])
  })

  it('finds out at once whether a newer version explains that a file fails', async () => {
    open(() => fakeSource())
    await screen.findByText('open newest')
    vi.stubGlobal('fetch', answerWith(JSON.stringify({ ...manifest, version: 'v2' })))
    await userEvent.click(screen.getByRole('button', { name: 'lost' }))
    expect(screen.getByText('open newest')).toBeVisible()
    expect(fetch).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'altered' }))
    expect(await screen.findByText('open newer data')).toBeVisible()
  })

  it('finds out that only a newer page reads what is published now', async () => {
    open(() => fakeSource())
    await screen.findByText('open newest')
    vi.stubGlobal('fetch', answerWith('{"schemaVersion": 99}'))
    await userEvent.click(screen.getByRole('button', { name: 'altered' }))
    expect(await screen.findByText('open newer page')).toBeVisible()
  })

  it('offers to reload the page where the data took a form that it does not read', async () => {
    vi.stubGlobal('fetch', answerWith('{"schemaVersion": 99}'))
    open(() => fakeSource())
    expect(await screen.findByRole('button', { name: 'Reload the page' })).toBeVisible()
  })
})
