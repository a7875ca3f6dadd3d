import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { setDays } from '../../../src/view/acts.ts'
import { act as carryOut } from '../../../src/view/viewStore.ts'
import { day, span } from './literalHistogram.ts'
import { daysOf, recordDays, show, standInForLayout } from './showTimeline.tsx'

standInForLayout()

describe('typed dates', () => {
  const field = (name: string) => screen.findByLabelText(name)
  const type = (input: HTMLElement, value: string) => {
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value } })
  }

  it('show the ends of the data where none is chosen, as the language writes them', async () => {
    show({ days: { from: null, to: day('2025-10-03') }, language: 'fr' })
    expect(await field('Du')).toHaveValue('')
    expect(await field('Du')).toHaveAttribute('placeholder', '1 juil. 2025')
    expect(await field('au')).toHaveValue('3 oct. 2025')
  })

  it('are applied at once; a correction makes no further history entry', async () => {
    const store = show()
    const seen = recordDays(store)
    const from = await field('From')
    type(from, '2025-10-01')
    type(from, '15 oct 2025')
    type(await field('To'), '')
    expect(seen).toEqual([
      { days: { from: day('2025-10-01'), to: null }, history: 'push' },
      { days: { from: day('2025-10-15'), to: null }, history: 'replace' },
    ])
  })

  it('stay as they are typed until the field is left, and are then written as the page writes them', async () => {
    show()
    const from = await field('From')
    type(from, '2025-10-01')
    expect(from).toHaveValue('2025-10-01')
    fireEvent.blur(from)
    expect(from).toHaveValue('1 Oct 2025')
  })

  it('give way to days that are chosen elsewhere', async () => {
    const store = show()
    const from = await field('From')
    type(from, '1 O')
    act(() => carryOut(store, setDays({ from: day('2025-12-24'), to: null }, 'push')))
    expect(from).toHaveValue('24 Dec 2025')
  })

  it('are not applied while a date is being typed', async () => {
    const store = show()
    const from = await field('From')
    type(from, '1 Oct 202')
    expect(daysOf(store).from).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.blur(from)
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Type a whole date, such as 31 May 2026 or 2025-10-03.',
    )
    expect(from).toHaveValue('1 Oct 202')
    type(from, '0002-10-01')
    fireEvent.blur(from)
    expect(screen.getByRole('alert')).toHaveTextContent('The data runs from 1 July 2025 to 31 May 2026.')
    expect(from).toBeInvalid()
  })

  it('are rejected with a message if the first day is after the last', async () => {
    const store = show({ days: { from: day('2025-10-01'), to: day('2025-12-01') } })
    const to = await field('To')
    type(to, '2025-09-01')
    expect(screen.getByRole('alert')).toHaveTextContent('The first day must not be after the last.')
    expect(to).toHaveAccessibleDescription('The first day must not be after the last.')
    expect(daysOf(store)).toEqual(span('2025-10-01', '2025-12-01'))
  })
})

describe('the calendar', () => {
  const open = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

  it('opens on the chosen day with the focus, walks by keys, and chooses with one history entry', async () => {
    const store = show({ days: { from: day('2025-10-03'), to: null } })
    const seen = recordDays(store)
    await open('From: choose a day')
    const chosen = await screen.findByRole('button', { name: /^Friday,? 3 October 2025$/ })
    expect(chosen).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}')
    expect(seen).toEqual([{ days: { from: day('2025-10-11'), to: null }, history: 'push' }])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'From: choose a day' })).toHaveFocus()
  })

  it('offers no day outside the data', async () => {
    show()
    await open('To: choose a day')
    expect(await screen.findByRole('button', { name: /^Sunday,? 31 May 2026$/ })).toHaveFocus()
    expect(screen.queryByRole('button', { name: /1 June 2026/ })).toBeNull()
    expect(screen.getByRole('combobox', { name: 'Year' })).toHaveTextContent(/^20252026$/)
  })

  it('is left by Escape, and by a press elsewhere', async () => {
    const store = show()
    await open('From: choose a day')
    await screen.findByRole('grid')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'From: choose a day' })).toHaveFocus()
    await open('From: choose a day')
    await screen.findByRole('grid')
    fireEvent.pointerDown(document.body)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(daysOf(store)).toEqual({ from: null, to: null })
  })

  it('is written in the reader’s language, and read from right to left where that is', async () => {
    show({ days: { from: day('2025-10-03'), to: null }, language: 'ar' })
    await open('من: اختيار يوم')
    const grid = await screen.findByRole('grid', { name: 'تشرين الأول 2025' })
    expect(grid.closest('[dir]')).toHaveAttribute('dir', 'rtl')
    expect(within(grid).getAllByRole('columnheader', { hidden: true })[0]).toHaveTextContent('السبت')
  })
})
