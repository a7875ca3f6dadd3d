import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { useShortcuts } from '../../../src/ui/useShortcuts.ts'
import { tabTo } from '../tabTo.ts'

const escape = ['Escape']

function Layer({
  name,
  onKey,
  keys = escape,
}: {
  name: string
  onKey: (name: string) => void
  keys?: string[]
}) {
  const [isOpen, setOpen] = useState(true)
  const act = () => {
    onKey(name)
    setOpen(false)
  }
  useShortcuts(Object.fromEntries(keys.map((key) => [key, act])), isOpen)
  return null
}

describe('shortcuts', () => {
  it('go to the component mounted last, and to no other', async () => {
    const onKey = vi.fn<(name: string) => void>()
    const below = <Layer key="below" name="below" onKey={onKey} keys={['Escape', '/']} />
    const { rerender } = render(<>{below}</>)
    rerender(
      <>
        <Layer key="above" name="above" onKey={onKey} />
        {below}
      </>,
    )
    await userEvent.keyboard('{Escape}')
    expect(onKey.mock.calls).toEqual([['above']])
    await userEvent.keyboard('{Escape}{Escape}')
    expect(onKey.mock.calls).toEqual([['above'], ['below']])
  })

  it.each([
    ['a text field', <input key="x" aria-label="x" />, false],
    ['a search field', <input key="x" type="search" aria-label="x" />, false],
    ['a day', <input key="x" type="date" aria-label="x" />, false],
    ['a text', <textarea key="x" aria-label="x" />, false],
    ['a choice', <select key="x" aria-label="x" />, false],
    ['a button', <button key="x" type="button" aria-label="x" />, true],
    ['a box to tick', <input key="x" type="checkbox" aria-label="x" />, true],
    ['a slider', <input key="x" type="range" aria-label="x" />, true],
  ])('within %s', async (_, element, acts) => {
    const onKey = vi.fn<(name: string) => void>()
    render(
      <>
        {element}
        <Layer name="search" onKey={onKey} keys={['/']} />
      </>,
    )
    await tabTo(() => screen.getByLabelText('x'))
    await userEvent.keyboard('/')
    expect(onKey).toHaveBeenCalledTimes(acts ? 1 : 0)
  })

  it('wait while a dialog is open, wherever the focus is', async () => {
    const onKey = vi.fn<(name: string) => void>()
    render(
      <>
        <dialog open />
        <Layer name="below" onKey={onKey} />
      </>,
    )
    await userEvent.keyboard('{Escape}')
    expect(onKey).not.toHaveBeenCalled()
  })
})
