import { afterEach, expect, it, vi } from 'vitest'
import { pageSigns } from '../../../src/answers/pageSigns.ts'

afterEach(() => void vi.restoreAllMocks())

it('tells that the page is visible again, and that the network is back while it is', () => {
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const listener = vi.fn<() => void>()
  const stop = pageSigns.onReturn(listener)
  document.dispatchEvent(new Event('visibilitychange'))
  window.dispatchEvent(new Event('online'))
  expect(pageSigns.isVisible()).toBe(false)
  expect(listener).not.toHaveBeenCalled()
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(listener).toHaveBeenCalledTimes(1)
  window.dispatchEvent(new Event('online'))
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
  document.dispatchEvent(new Event('visibilitychange'))
  window.dispatchEvent(new Event('online'))
  expect(listener).toHaveBeenCalledTimes(2)
})
