import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Welcome } from '../../../src/app/Welcome.tsx'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { setText } from '../../../src/view/acts.ts'
import type { View } from '../../../src/view/view.ts'
import { act as carryOut } from '../../../src/view/viewStore.ts'
import { about, incidentWith } from '../incidents/sampleRecords.ts'
import { showWithRecords } from '../list/showWithRecords.tsx'
import { tabTo } from '../tabTo.ts'

const onAbout = vi.fn()
const start = { incident: 'one', label: { en: 'See the first', fr: 'Voir le premier' } }

function show(view: Partial<View> = {}, withStart = false) {
  return showWithRecords(
    <>
      <button type="button">Outside</button>
      <Welcome onAbout={onAbout} />
    </>,
    {
      about: withStart ? { ...about, start } : about,
      incidents: [incidentWith({ id: 'one' })],
    },
    { view },
  )
}

/** The card, once it has come and has taken the focus. */
async function card(): Promise<HTMLElement> {
  const found = await screen.findByRole('dialog', { name: 'Welcome' })
  await waitFor(() => expect(found).toHaveFocus())
  return found
}

const isGone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

beforeEach(() => {
  localStorage.clear()
  onAbout.mockClear()
})

describe('the card of a first visit', () => {
  it('appears once, with the focus, and its buttons are next', async () => {
    show()
    await card()
    await userEvent.tab()
    expect(screen.getByRole('button', { name: 'Explore' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await isGone()
    expect(localStorage.getItem('incident-atlas:welcome-seen')).toBe('1')
  })

  it.each<[string, Partial<View>]>([
    ['an incident', { incident: 'one' }],
    ['a filter', { filters: { ...noFilters, text: 'camp' } }],
    ['a camera', { camera: { zoom: 5, lat: 35, lng: 38, bearing: 0, pitch: 0 } }],
  ])('does not appear over %s that a link opens, but at the next visit', async (_, view) => {
    show()
    await card()
    document.body.replaceChildren()
    show(view)
    await Promise.resolve()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(localStorage.getItem('incident-atlas:welcome-seen')).toBeNull()
  })

  it('is closed by Escape, and the focus returns', async () => {
    const before = document.body.appendChild(document.createElement('button'))
    await tabTo(() => before)
    show()
    await card()
    await userEvent.keyboard('{Escape}')
    await isGone()
    expect(before).toHaveFocus()
    before.remove()
  })

  it('is closed by a press outside, which also does what it is for, but not by one inside', async () => {
    show()
    fireEvent.pointerDown(await card())
    expect(screen.getByRole('dialog')).toBeVisible()
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Outside' }))
    await isGone()
  })

  it('closes when something is opened meanwhile, and does not return', async () => {
    const { store } = show()
    await card()
    act(() => carryOut(store, setText('camp')))
    await isGone()
    act(() => carryOut(store, setText('')))
    await Promise.resolve()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('leads to the incident that the data set names', async () => {
    const { store } = show({}, true)
    await card()
    await userEvent.click(screen.getByRole('button', { name: 'See the first' }))
    await isGone()
    expect(store.getState().view.incident).toBe('one')
    expect(store.getState().history).toBe('push')
  })
})
