import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readPanels, rememberPanels } from '../../../src/app/rememberedPanels.ts'

const KEY = 'incident-atlas:panels'

beforeEach(() => localStorage.clear())
afterEach(() => void vi.restoreAllMocks())

it('remembers each part by itself', () => {
  expect(readPanels()).toEqual({})
  rememberPanels({ filters: false })
  rememberPanels({ timeline: 'line' })
  rememberPanels({ filters: true })
  expect(readPanels()).toEqual({ filters: true, timeline: 'line' })
})

it.each([
  ['no JSON', 'filters'],
  ['no object', '7'],
  ['null', 'null'],
  ['other values', '{"filters":"yes","results":null,"timeline":"huge","sheet":"list"}'],
])('understands nothing of %s', (_, kept) => {
  localStorage.setItem(KEY, kept)
  expect(readPanels()).toEqual({})
})

it('does without storage', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  rememberPanels({ results: false })
  expect(readPanels()).toEqual({})
})
