import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useRepublishing } from '../../../src/answers/republished.ts'
import { DatasetGate } from '../../../src/app/DatasetGate.tsx'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import { createOwnFiles, OwnFilesContext } from '../../../src/importing/ownFiles.ts'
import { SourceError, type DatasetVersion, type IncidentSource } from '../../../src/query/incidentSource.ts'
import type { SourceRef } from '../../../src/query/sourceRef.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { createViewStore } from '../../../src/view/viewStore.ts'
import { defaultView, OWN_FILES } from '../../../src/view/view.ts'
import { description, fakeSource } from '../sources/fakeSource.ts'

/** Tells below the gate whether a newer version was found, and lets a test report failures. */
function Below() {
  const { found, check } = useRepublishing()
  return (
    <>
      <p>{`open ${found ? `newer ${found.kind}` : 'newest'}`}</p>
      {found?.kind === 'data' && (
        <button type="button" onClick={found.show}>
          show
        </button>
      )}
      {(['lost', 'altered'] as const).map((code) => (
        <button key={code} type="button" onClick={() => void check(new SourceError(code, 'x'))}>
          {code}
        </button>
      ))}
    </>
  )
}

const noFiles = () => Promise.reject(new Error('no files in this test'))

function open(
  openSource: (ref: SourceRef) => IncidentSource = () => fakeSource().source,
  data: string | null = null,
) {
  render(
    <ViewStoreContext value={createViewStore({ ...defaultView, data })}>
      <OwnFilesContext value={createOwnFiles({ importFiles: noFiles, manifestOf: () => null })}>
        <I18nProvider language="en">
          <DatasetGate openSource={openSource}>
            <Below />
          </DatasetGate>
        </I18nProvider>
      </OwnFilesContext>
    </ViewStoreContext>,
  )
}

const latest = (version: string) => (): Promise<DatasetVersion> =>
  Promise.resolve({ version, updated: '2026-05-07' })

afterEach(() => void vi.useRealTimers())

describe('opening a data set', () => {
  it('shows what is below it once the data set is open', async () => {
    open()
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it.each([
    ['missing', /no data at this address/],
    ['malformed', /not in the form/],
    ['unsupported', /does not read/],
    ['unreachable', /could not be reached/],
    ['truncated', /only in part/],
    ['altered', /checksum differs/],
    ['timeout', /within the time limit/],
  ] as const)('tells the cause %s and the file at fault, and tries again when asked', async (code, words) => {
    const { source } = fakeSource({
      describe: () => Promise.reject(new SourceError(code, 'x', 'columns.arrow.gz')),
    })
    const sources = [source]
    open(() => sources.shift() ?? fakeSource().source)
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('alert')).toHaveTextContent('columns.arrow.gz')
    expect(source.close).toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it('can be cancelled, and begun anew', async () => {
    const hanging = fakeSource({ describe: () => new Promise(() => {}) }).source
    const sources = [hanging]
    open(() => sources.shift() ?? fakeSource().source)
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(hanging.close).toHaveBeenCalled()
    expect(screen.getByText('Loading was cancelled')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it('tells when the open source is lost, and opens another when asked', async () => {
    const first = fakeSource()
    const sources = [first.source]
    open(() => sources.shift() ?? fakeSource().source)
    await screen.findByText('open newest')
    first.tell({ kind: 'lost', error: new SourceError('lost', 'worker died') })
    expect(await screen.findByRole('alert')).toHaveTextContent(/has stopped/)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it('refuses data from a host that is not allowed, opens nothing, and offers a way on', async () => {
    const openSource = vi.fn(() => fakeSource().source)
    open(openSource, 'https://evil.example/set')
    expect(screen.getByRole('alert')).toHaveTextContent('evil.example')
    expect(openSource).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Open the data set of this site' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it('says that files of the user are not in a link, and leads to the published data', async () => {
    open(undefined, OWN_FILES)
    expect(await screen.findByText('This link shows a file that is not here')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Back to the published data' }))
    expect(await screen.findByText('open newest')).toBeVisible()
  })

  it('offers to reload the page where the data set is in a form that it does not read', async () => {
    const unsupported = () => Promise.reject(new SourceError('unsupported', 'schema version 99'))
    open(() => fakeSource({ describe: unsupported }).source)
    expect(await screen.findByRole('button', { name: 'Reload the page' })).toBeVisible()
  })
})

describe('a newer version', () => {
  it('is noticed when the page becomes visible, and opened only when asked', async () => {
    const asked: (string | null)[] = []
    open((ref) => {
      asked.push(ref.version)
      const version = ref.version ?? 'v1'
      return fakeSource({
        describe: () => Promise.resolve({ ...description, version }),
        latestVersion: latest('v2'),
      }).source
    })
    await screen.findByText('open newest')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await screen.findByText('open newer data')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'show' }))
    expect(await screen.findByText('open newest')).toBeVisible()
    expect(asked).toEqual([null, 'v2'])
  })

  it('is looked for from time to time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    open(() => fakeSource({ latestVersion: latest('v2') }).source)
    await screen.findByText('open newest')
    vi.advanceTimersByTime(5 * 60_000)
    expect(await screen.findByText('open newer data')).toBeVisible()
  })

  it('is looked for at once where it would explain that a file fails', async () => {
    const latestVersion = vi.fn(latest('v2'))
    open(() => fakeSource({ latestVersion }).source)
    await screen.findByText('open newest')
    await userEvent.click(screen.getByRole('button', { name: 'lost' }))
    expect(screen.getByText('open newest')).toBeVisible()
    expect(latestVersion).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'altered' }))
    expect(await screen.findByText('open newer data')).toBeVisible()
  })

  it('may be one that only a newer page reads', async () => {
    const latestVersion = () => Promise.reject(new SourceError('unsupported', 'schema version 99'))
    open(() => fakeSource({ latestVersion }).source)
    await screen.findByText('open newest')
    await userEvent.click(screen.getByRole('button', { name: 'altered' }))
    expect(await screen.findByText('open newer page')).toBeVisible()
  })
})
