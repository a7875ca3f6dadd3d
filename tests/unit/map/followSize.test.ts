import { afterEach, expect, it, vi } from 'vitest'
import { followSize } from '../../../src/map/followSize.ts'

afterEach(() => vi.unstubAllGlobals())

it('calls back on each change of the size or of the pixel ratio, until it is stopped', () => {
  let resize = () => {}
  const isWatching = vi.fn()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(onResize: () => void) {
        resize = onResize
      }
      observe = () => isWatching(true)
      disconnect = () => isWatching(false)
    },
  )
  const queries: { media: string; target: EventTarget }[] = []
  vi.stubGlobal('devicePixelRatio', 1)
  vi.stubGlobal('matchMedia', (media: string) => {
    const target = new EventTarget()
    queries.push({ media, target })
    return target
  })
  const moveTo = (ratio: number) => {
    vi.stubGlobal('devicePixelRatio', ratio)
    queries.at(-1)?.target.dispatchEvent(new Event('change'))
  }

  const changed = vi.fn()
  const abort = new AbortController()
  followSize({} as HTMLElement, changed, abort.signal)
  resize()
  moveTo(2)
  moveTo(1.5)
  expect(changed).toHaveBeenCalledTimes(3)
  expect(queries.map(({ media }) => media)).toEqual([
    '(resolution: 1dppx)',
    '(resolution: 2dppx)',
    '(resolution: 1.5dppx)',
  ])

  abort.abort()
  moveTo(1)
  expect(changed).toHaveBeenCalledTimes(3)
  expect(isWatching.mock.calls).toEqual([[true], [false]])
})
