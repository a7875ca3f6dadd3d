import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePageTheme } from '../../../src/ui/usePageTheme.ts'

const media = new Map<string, EventTarget & { matches: boolean }>()

beforeEach(() => {
  media.clear()
  vi.stubGlobal('matchMedia', (query: string) => {
    const list = media.get(query) ?? Object.assign(new EventTarget(), { matches: false })
    media.set(query, list)
    return list
  })
})
afterEach(() => vi.unstubAllGlobals())

/** Makes a media query match, or not. */
function setMedia(query: string, matches: boolean): void {
  const list = media.get(query)
  if (!list) throw new Error(`nothing asks for ${query}`)
  list.matches = matches
  act(() => {
    list.dispatchEvent(new Event('change'))
  })
}
const dark = '(prefers-color-scheme: dark)'

function Shown({ chosen }: { chosen: 'light' | 'dark' | null }) {
  return <p>{usePageTheme(chosen)}</p>
}

describe('the theme of the page', () => {
  it('follows the system unless one is chosen', () => {
    const { rerender } = render(<Shown chosen={null} />)
    expect(screen.getByText('light')).toBeVisible()
    setMedia(dark, true)
    expect(screen.getByText('dark')).toBeVisible()
    rerender(<Shown chosen="light" />)
    expect(screen.getByText('light')).toBeVisible()
  })

  it('does not change while the page is printed', () => {
    render(<Shown chosen={null} />)
    setMedia('print', true)
    setMedia(dark, true)
    expect(screen.getByText('light')).toBeVisible()
    setMedia('print', false)
    expect(screen.getByText('dark')).toBeVisible()
  })
})
