import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FacetList } from '../../../src/filters/FacetList.tsx'
import type { Place } from '../../../src/incidents/incident.ts'
import { setText, toggleInclude } from '../../../src/view/acts.ts'
import { act as carryOut } from '../../../src/view/viewStore.ts'
import { incidentWith, places } from '../incidents/sampleRecords.ts'
import { showWithRecords } from '../list/showWithRecords.tsx'

const inView = vi.fn()

beforeEach(() => {
  inView.mockClear()
  // jsdom does no layout and has no scrollIntoView.
  Element.prototype.scrollIntoView = inView
})

/** More places than are folded in one task. */
const many: Place[] = Array.from({ length: 1_700 }, (_, index) => ({
  id: `place-${index}`,
  kind: 'locality',
  name: { en: `Place ${index}`, fr: `Été ${index}` },
  aliases: [],
}))

const names = () =>
  screen.getAllByRole('checkbox').map((box) => box.closest('label')?.querySelector('bdi')?.textContent)

describe('the search within a FacetList of many values', () => {
  it('keeps the rows until all names are folded, then shows the matches', async () => {
    showWithRecords(<FacetList facet="place" />, {
      places: [...places, ...many],
      incidents: [incidentWith({ id: 'one' })],
    })
    const field = await screen.findByRole('textbox')
    const before = ['Freedonia', 'North']
    await waitFor(() => expect(names()).toEqual(before))
    fireEvent.change(field, { target: { value: 'ete 1234' } })
    expect(field).toHaveValue('ete 1234')
    expect(names()).toEqual(before)
    await waitFor(() => expect(names()).toEqual(['Place 1234']))
    expect(inView).toHaveBeenCalledWith({ block: 'nearest' })
    fireEvent.change(field, { target: { value: '' } })
    expect(names()).toEqual(before)
  })

  it('shows the matches at the first key where hovering the field has folded the names', async () => {
    showWithRecords(<FacetList facet="place" />, {
      places: [...places, ...many.slice(0, 400)],
      incidents: [incidentWith({ id: 'one' })],
    })
    const field = await screen.findByRole('textbox')
    fireEvent.pointerEnter(field)
    fireEvent.change(field, { target: { value: 'place 399' } })
    expect(names()).toEqual(['Place 399'])
  })
})

describe('a FacetList of codes', () => {
  const stated = incidentWith({ id: 'one' })
  const bare = incidentWith({ id: 'two', subtype: 'not-stated' })

  it('lists not-stated only where an incident has it', async () => {
    const { unmount } = showWithRecords(<FacetList facet="subtype" />, { incidents: [stated] })
    await screen.findAllByRole('checkbox')
    expect(names()).not.toContain('Not stated')
    unmount()
    showWithRecords(<FacetList facet="subtype" />, { incidents: [stated, bare] })
    await waitFor(() => expect(names()).toContain('Not stated'))
  })

  it('lists the sub-event type that is not stated below no event type', async () => {
    showWithRecords(
      <>
        <FacetList facet="subtype" within="battles" />
        <FacetList facet="subtype" within="not-stated" />
      </>,
      { incidents: [stated, bare] },
    )
    await waitFor(() => expect(names().at(-1)).toBe('Not stated'))
    expect(names().filter((name) => name === 'Not stated')).toHaveLength(1)
  })
})

describe('the rows of a FacetList', () => {
  const rows = [
    incidentWith({ id: 'one', type: 'battles', subtype: 'armed-clash' }),
    incidentWith({
      id: 'two',
      date: { start: '2025-10-23', precision: 'day' },
      place: { id: 'north', lng: 36.5, lat: 36, precision: 'region' },
      sources: [{ id: 's1', publisher: 'Shaam Network', url: 'https://shaam.org/x', lang: 'ar' }],
    }),
  ]

  it('stay as many as they were while counts change', async () => {
    const { store } = showWithRecords(<FacetList facet="publisher" />, { incidents: rows })
    await waitFor(() => expect(names()).toHaveLength(2))
    act(() => carryOut(store, setText('nothing says this')))
    await waitFor(() => expect(screen.getAllByText('0')).toHaveLength(2))
    expect(names()).toHaveLength(2)
  })

  it('are found by the domain of a publisher', async () => {
    showWithRecords(<FacetList facet="publisher" />, {
      incidents: [
        ...rows,
        ...Array.from({ length: 8 }, (_, index) =>
          incidentWith({
            id: `more-${index}`,
            date: { start: '2025-10-24', precision: 'day' },
            sources: [{ id: 's1', publisher: `Paper ${index}`, lang: 'en' }],
          }),
        ),
      ],
    })
    fireEvent.pointerEnter(await screen.findByRole('textbox'))
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'shaam.org' } })
    expect(names()).toEqual(['Shaam Network'])
    expect(screen.getByText('also: shaam.org')).toBeVisible()
  })

  it('form a tree of places, with the only country open and its regions closed', async () => {
    const { store } = showWithRecords(<FacetList facet="place" />, { incidents: rows })
    await waitFor(() => expect(names()).toEqual(['Freedonia', 'North']))
    expect(screen.getByRole('checkbox', { name: /^Freedonia\s*1 place\s*2$/ })).toBeVisible()
    fireEvent.click(screen.getByRole('button', { name: 'Places within North' }))
    expect(names()).toEqual(['Freedonia', 'North', 'Town'])
    fireEvent.click(screen.getByRole('checkbox', { name: /Town/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: /Town/ }))
    expect(names()).toEqual(['Freedonia', 'North', 'Town'])
    fireEvent.click(screen.getByRole('button', { name: 'Places within North' }))
    expect(names()).toEqual(['Freedonia', 'North'])
    act(() => carryOut(store, toggleInclude('place', 'town')))
    await waitFor(() => expect(names()).toEqual(['Freedonia', 'North', 'Town']))
  })
})

describe('a FacetList of actors', () => {
  it('says the kind of an actor only where it is stated', async () => {
    const kinds = ['not-stated', 'state-forces'] as const
    showWithRecords(<FacetList facet="actor" />, {
      actors: kinds.map((kind) => ({ id: kind, name: { en: `Actor ${kind}` }, aliases: [], kind })),
      incidents: [incidentWith({ actors: kinds.map((id) => ({ id, role: 'party' })) })],
    })
    await waitFor(() => expect(names()).toEqual(['Actor not-stated', 'Actor state-forces']))
    expect(screen.queryByText('Not stated')).toBeNull()
    expect(screen.getByText('State forces')).toBeVisible()
  })
})
