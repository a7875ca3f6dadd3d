import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenIncident } from '../../../src/app/OpenIncident.tsx'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { SourceError, type IncidentSource } from '../../../src/query/incidentSource.ts'
import { openIncident } from '../../../src/view/acts.ts'
import { useView } from '../../../src/view/useView.ts'
import { act as doAct } from '../../../src/view/viewStore.ts'
import { showWithRecords } from '../list/showWithRecords.tsx'
import { tabTo } from '../tabTo.ts'
import { records, section, show } from './showIncident.tsx'

/** As the page shows it: mounted only while an incident is open. */
function PanelWhileOpen() {
  const isOpen = useView((view) => view.incident !== null)
  return isOpen ? <OpenIncident /> : null
}

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn()
})

describe('what can be done with an incident', () => {
  it('steps to the neighbours in time by buttons and keys', async () => {
    const { store } = show('two')
    await screen.findByRole('heading', { name: 'The raid' })
    const later = screen.getByRole('button', { name: 'Later' })
    await userEvent.click(later)
    expect(await screen.findByRole('heading', { name: 'The truce' })).toBeVisible()
    expect(later).toHaveFocus()
    expect(within(screen.getByRole('article')).getAllByRole('status')[0]).toHaveTextContent('The truce')
    await waitFor(() => expect(later).toHaveAttribute('aria-disabled', 'true'))
    await userEvent.click(later)
    expect(store.getState().view.incident).toBe('three')
    await userEvent.keyboard('[[')
    expect(await screen.findByRole('heading', { name: 'The raid' })).toBeVisible()
  })

  it('opens related incidents, in the order of time', async () => {
    const { store } = show('two')
    const related = within(await section(/Related/)).getAllByRole('link')
    expect(related.map(({ textContent }) => textContent)).toEqual([
      '20 Oct 2025The warning',
      '25 Oct 2025The truce',
    ])
    await userEvent.click(screen.getByRole('link', { name: /The warning/ }))
    expect(store.getState().view.incident).toBe('one')
  })

  it('filters by an actor and by a tag', async () => {
    const { store } = show('two')
    const who = await section(/Who/)
    await userEvent.click(within(who).getByRole('button', { name: 'rebels' }))
    await userEvent.click(screen.getByRole('button', { name: 'raid' }))
    expect(store.getState().view.filters.actor.include).toEqual(['rebels'])
    expect(store.getState().view.filters.tag.include).toEqual(['raid'])
    expect(within(who).getByRole('button', { name: 'rebels' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('shows the place on the map', async () => {
    const { store } = show('two')
    await userEvent.click(await screen.findByRole('button', { name: 'Show on the map' }))
    expect(store.getState().view.camera).toMatchObject({ lat: 36.25, lng: 36.5 })
  })

  it('says which filters keep it out, and clears just these', async () => {
    const filters = {
      ...noFilters,
      type: { include: ['riots' as const], exclude: [] },
      fatalities: { min: null, max: 90 },
    }
    const { store } = show('two', { view: { filters } })
    expect(await screen.findByText(/Filtered out by: event type/i)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Clear these filters' }))
    expect(store.getState().view.filters.type.include).toEqual([])
    expect(store.getState().view.filters.fatalities.max).toBe(90)
  })

  it('closes by Escape, and returns the focus', async () => {
    const { store } = showWithRecords(
      <>
        <button type="button">Opener</button>
        <PanelWhileOpen />
      </>,
      records,
    )
    const opener = screen.getByRole('button', { name: 'Opener' })
    await tabTo(() => opener)
    act(() => doAct(store, openIncident('two')))
    expect(await screen.findByRole('heading', { name: 'The raid' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(store.getState().view.incident).toBeNull()
    await waitFor(() => expect(opener).toHaveFocus())
  })

  it('says that an incident does not exist, and leads back', async () => {
    const { store } = show('lost')
    expect(await screen.findByText('This incident is not in the data set')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Back to the list' }))
    expect(store.getState().view.incident).toBeNull()
  })

  it('says why a record could not be loaded, and tries again', async () => {
    const incident = vi
      .fn<IncidentSource['incident']>()
      .mockRejectedValueOnce(new SourceError('unreachable', 'offline'))
      .mockResolvedValueOnce(undefined)
    show('two', { change: { incident } })
    expect(await screen.findByRole('alert')).toHaveTextContent('The full record could not be loaded')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('This incident is not in the data set')).toBeVisible()
  })
})

describe('link and citation', () => {
  const link = () => screen.findByRole('textbox', { name: 'Link to this incident' })

  it('link to the incident alone, in the chosen language and data set', async () => {
    show('two', { view: { language: 'fr', filters: { ...noFilters, text: 'raid' } } })
    expect(await link()).toHaveValue(`${location.origin}/#incident=two&lang=fr`)
  })

  it('are copied, which is announced', async () => {
    const user = userEvent.setup()
    show('two')
    const address = await link()
    await user.click(screen.getByRole('button', { name: 'Copy: Link to this incident' }))
    expect(await navigator.clipboard.readText()).toBe((address as HTMLTextAreaElement).value)
    expect(screen.getByText('Copied')).toBeVisible()
  })

  it('selects the text if the clipboard is not available', async () => {
    const user = userEvent.setup()
    show('two')
    const address = (await link()) as HTMLTextAreaElement
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    await user.click(screen.getByRole('button', { name: 'Copy: Link to this incident' }))
    expect(await screen.findByText('Select and copy by hand')).toBeVisible()
    expect(address.selectionEnd - address.selectionStart).toBe(address.value.length)
  })

  it('cite data set, title and id', async () => {
    show('two')
    const citation = await screen.findByRole('textbox', { name: 'Citation' })
    expect(citation).toHaveTextContent(
      /“The raid” \[two\]\. Nobody, A small data set\. .*#incident=two \(accessed /,
    )
  })
})
