import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident } from '../../../src/incidents/incident.ts'
import { formatIsoDay, parseDay } from '../../../src/incidents/day.ts'
import { IncidentList } from '../../../src/list/IncidentList.tsx'
import { ListOrder } from '../../../src/list/ListOrder.tsx'
import { FIRST_GUESS as ROW_HEIGHT } from '../../../src/list/rowHeights.ts'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { setText } from '../../../src/view/acts.ts'
import { act as doAct, setScreen, showView } from '../../../src/view/viewStore.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { tabTo } from '../tabTo.ts'
import { showWithRecords, sourceOf } from './showWithRecords.tsx'

const firstDay = parseDay('2025-01-01') ?? 0

/** `count` incidents, one a day; incident-0 is the oldest. */
function daily(count: number, fields: (index: number) => Partial<Incident> = () => ({})): Incident[] {
  return Array.from({ length: count }, (_, index) =>
    incidentWith({
      id: `incident-${index}`,
      title: { en: `Title ${index}` },
      date: { start: formatIsoDay(firstDay + index), precision: 'day' },
      ...fields(index),
    }),
  )
}

const rowOf = (name: RegExp | string) => screen.findByRole('link', { name })

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(5 * ROW_HEIGHT)
})

describe('rows', () => {
  it('say what is known of an incident, and that “not reported” is not zero', async () => {
    const claimed = {
      casualties: [{ by: 'police', killed: { min: 2, max: 5 }, group: 'all', sources: ['s1'] }],
    }
    const incidents = daily(2, (index) => (index === 0 ? claimed : { status: 'disputed' }))
    showWithRecords(<IncidentList />, { incidents })
    const newest = await rowOf(/Title 1/)
    expect(newest).toHaveTextContent('2 Jan 2025')
    expect(newest).toHaveTextContent('Town')
    expect(newest).toHaveTextContent('Armed clash')
    expect(newest).toHaveTextContent('deaths not reported')
    expect(newest).toHaveTextContent('Disputed')
    expect(newest).toHaveTextContent('1 source')
    expect(await rowOf(/Title 0/)).toHaveTextContent('2–5 killed')
  })

  it('say no event type where none of the data set is stated', async () => {
    const bare = { type: 'not-stated', subtype: 'not-stated' } as const
    const { unmount } = showWithRecords(<IncidentList />, { incidents: daily(2, () => bare) })
    expect(await rowOf(/Title 1/)).not.toHaveTextContent('not stated')
    unmount()
    showWithRecords(<IncidentList />, { incidents: daily(2, (index) => (index === 0 ? {} : bare)) })
    expect(await rowOf(/Title 1/)).toHaveTextContent(/not stated/i)
  })

  it('are mounted around the view only, each with its index in the whole list', async () => {
    showWithRecords(<IncidentList />, { incidents: daily(300) })
    await rowOf(/Title 299/)
    const items = screen.getAllByRole('listitem')
    expect(items).toHaveLength(11)
    expect(items[2]).toHaveAttribute('aria-posinset', '3')
    expect(items[2]).toHaveAttribute('aria-setsize', '300')
  })

  it('show text of the data as text', async () => {
    const incidents = daily(1, () => ({ title: { en: '<img src=x onerror=alert(1)>' } }))
    showWithRecords(<IncidentList />, { incidents })
    expect(await rowOf(/<img src=x onerror=alert\(1\)>/)).toBeVisible()
    expect(document.querySelector('img')).toBeNull()
  })

  it('mark what the search found, and a title that is not in the reader’s language', async () => {
    const incidents = daily(1, () => ({ title: { en: 'Clashes in Harem' } }))
    const view = { filters: { ...noFilters, text: 'harem' } }
    showWithRecords(<IncidentList />, { incidents }, { view, language: 'ar' })
    const row = await rowOf(/Harem/)
    expect(within(row).getByText('Harem', { selector: 'mark' })).toBeVisible()
    expect(row.querySelector('.incident-title bdi[lang="en"][dir="ltr"]')).toHaveTextContent(
      'Clashes in Harem',
    )
    expect(row).toHaveTextContent('الإنجليزية')
  })

  it('name a week if only the week is known', async () => {
    const incidents = daily(1, () => ({ date: { start: '2026-05-06', precision: 'week' } }))
    showWithRecords(<IncidentList />, { incidents })
    expect(await rowOf(/Title 0/)).toHaveTextContent(/week of 4\s?–\s?10 May 2026/)
  })
})

describe('a pointer', () => {
  it('opens an incident, and marks the row of the open one', async () => {
    const { store } = showWithRecords(<IncidentList />, { incidents: daily(3) })
    await userEvent.click(await rowOf(/Title 1/))
    expect(store.getState().view.incident).toBe('incident-1')
    expect(await rowOf(/Title 1/)).toHaveAttribute('aria-current', 'true')
  })

  it('is shared with the map, in both directions', async () => {
    const { store } = showWithRecords(<IncidentList />, { incidents: daily(3) })
    const row = await rowOf(/Title 1/)
    await userEvent.hover(row)
    expect(store.getState().screen.hover).toBe('incident-1')
    await userEvent.unhover(row)
    expect(store.getState().screen.hover).toBeNull()
    act(() => setScreen(store, { hover: 'incident-2' }))
    expect(await rowOf(/Title 2/)).toHaveClass('incident-row__link--hovered')
  })
})

describe('the keyboard', () => {
  it('reaches the list by one stop of the Tab key, and its rows by arrows', async () => {
    const { store } = showWithRecords(<IncidentList />, { incidents: daily(300) })
    const newest = await rowOf(/Title 299/)
    expect(screen.getAllByRole('link').filter(({ tabIndex }) => tabIndex === 0)).toEqual([newest])
    await tabTo(() => newest)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(await rowOf(/Title 297/)).toHaveFocus()
    expect(store.getState().screen.hover).toBe('incident-297')
    await userEvent.keyboard('{Enter}')
    expect(store.getState().view.incident).toBe('incident-297')
  })

  it('jumps to the end, and keeps the focus while that row loads', async () => {
    showWithRecords(<IncidentList />, { incidents: daily(300) })
    const newest = await rowOf(/Title 299/)
    await tabTo(() => newest)
    await userEvent.keyboard('{End}')
    fireEvent.scroll(document.querySelector('.incident-list__scroller') ?? document)
    const oldest = await rowOf(/Title 0(?!\d)/)
    expect(oldest).toHaveFocus()
    expect(oldest).toHaveAttribute('data-row', '299')
  })

  it('keeps the row that has the focus when the list is scrolled away from it', async () => {
    showWithRecords(<IncidentList />, { incidents: daily(300) })
    const newest = await rowOf(/Title 299/)
    await tabTo(() => newest)
    const scroller = document.querySelector('.incident-list__scroller')
    if (!scroller) throw new Error('no scroller')
    scroller.scrollTop = 100 * ROW_HEIGHT
    fireEvent.scroll(scroller)
    await rowOf(/Title 199/)
    expect(document.activeElement).toHaveAttribute('data-row', '0')
    await userEvent.keyboard('{ArrowDown}')
    fireEvent.scroll(scroller)
    expect(await rowOf(/Title 298/)).toHaveFocus()
  })
})

describe('the scroll offset', () => {
  const scrollTo = (top: number) => {
    const scroller = document.querySelector('.incident-list__scroller')
    if (!scroller) throw new Error('no scroller')
    scroller.scrollTop = top
    fireEvent.scroll(scroller)
    return scroller
  }

  it('stays, with its rows, when the history brings back an equal view', async () => {
    const { store } = showWithRecords(<IncidentList />, { incidents: daily(300) })
    await rowOf(/Title 299/)
    const scroller = scrollTo(100 * ROW_HEIGHT)
    await rowOf(/Title 199/)
    act(() => showView(store, structuredClone(store.getState().view)))
    expect(scroller.scrollTop).toBe(100 * ROW_HEIGHT)
    await waitFor(() => expect(store.getState().screen.list.offset).toBe(90))
    expect(await rowOf(/Title 199/)).toBeVisible()
  })

  it('returns to the top when other rows are asked for', async () => {
    const { store } = showWithRecords(<IncidentList />, { incidents: daily(300) })
    await rowOf(/Title 299/)
    const scroller = scrollTo(100 * ROW_HEIGHT)
    await rowOf(/Title 199/)
    act(() => doAct(store, setText('title')))
    expect(scroller.scrollTop).toBe(0)
    expect(await rowOf(/Title ?299/)).toBeVisible()
  })
})

describe('what has not loaded', () => {
  it('is a disabled row, not a missing one', async () => {
    const incidents = daily(300)
    const { source } = sourceOf({ incidents })
    const query: typeof source.query = async (asked) => {
      const result = await source.query(asked)
      return { ...result, list: { ...result.list, rows: result.list.rows.slice(0, 2) } }
    }
    showWithRecords(<IncidentList />, { incidents }, { change: { query } })
    await rowOf(/Title 298/)
    const places = screen.getAllByRole('link', { name: 'Loading' })
    expect(places).toHaveLength(9)
    expect(places[0]).toHaveAttribute('aria-disabled', 'true')
  })

  it('is named if no incident passes', async () => {
    const view = { filters: { ...noFilters, text: 'nowhere' } }
    showWithRecords(<IncidentList />, { incidents: daily(3) }, { view })
    expect(await screen.findByText('No incidents.')).toBeVisible()
  })
})

describe('the head of the list', () => {
  it('orders by date and by deaths, without grouping by day in the latter', async () => {
    const incidents = daily(3, (index) => ({
      casualties: [{ by: 'police', killed: { min: index === 1 ? 50 : 1 }, group: 'all', sources: ['s1'] }],
    }))
    showWithRecords(
      <>
        <ListOrder />
        <IncidentList />
      </>,
      { incidents },
    )
    await rowOf(/Title 2/)
    const order = screen.getByRole('combobox', { name: 'Order' })
    await userEvent.selectOptions(order, 'Oldest first')
    await waitFor(() => expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('Title 0'))
    await userEvent.selectOptions(order, 'Most deaths first')
    await waitFor(() => expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('Title 1'))
    expect(document.querySelector('.incident-row__date--starts')).toBeNull()
  })

  it('names the cell of the map that is listed, and leads back to the whole list', async () => {
    const incidents = daily(3, (index) => ({
      place: { id: 'town', lng: index === 0 ? 10 : 36.5, lat: 36.25, precision: 'town' },
    }))
    const { store } = showWithRecords(<IncidentList />, { incidents })
    await rowOf(/Title 0/)
    const selectedCell = { bounds: { west: 36, south: 36, east: 37, north: 37 }, count: 2, place: 2 }
    act(() => setScreen(store, { selectedCell }))
    expect(await screen.findByText('2 incidents at Town')).toBeVisible()
    await waitFor(() => expect(screen.queryByText('Title 0')).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Back to the whole list' }))
    expect(await rowOf(/Title 0/)).toBeVisible()
    act(() => setScreen(store, { selectedCell }))
    await screen.findByText('2 incidents at Town')
    await userEvent.keyboard('{Escape}')
    expect(store.getState().screen.selectedCell).toBeNull()
  })
})
