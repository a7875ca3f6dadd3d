import { afterEach, describe, expect, it, vi } from 'vitest'
import { offeredBasemaps } from '../../../../src/basemaps/offeredBasemaps.ts'
import { hostsAsked, readRemembered, writeRemembered } from '../../../../src/map/basemaps/consent.ts'
import { stepped } from '../../../../src/map/basemaps/stepDays.ts'
import { movedByKey } from '../../../../src/map/basemaps/swipeKeys.ts'

afterEach(() => vi.unstubAllGlobals())

function stubStorage(text: string | null): Map<string, string> {
  const kept = new Map(text === null ? [] : [['incident-atlas:basemap', text]])
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  return kept
}

describe('what a device remembers', () => {
  it('is read as it was written, and can be forgotten', () => {
    const kept = stubStorage(null)
    const remembered = { choice: 'openfreemap/liberty', hosts: ['tiles.openfreemap.org'] }
    writeRemembered(remembered)
    expect(readRemembered()).toEqual(remembered)
    writeRemembered(null)
    expect(kept.size).toBe(0)
    expect(readRemembered()).toBeNull()
  })

  it.each(['{', '1', '{}', '{"choice": 1, "hosts": []}', '{"choice": "a", "hosts": [1]}', '{"choice": "a"}'])(
    'is nothing where the text is %s',
    (text) => {
      stubStorage(text)
      expect(readRemembered()).toBeNull()
    },
  )

  it('is nothing without usable storage', () => {
    vi.stubGlobal('localStorage', undefined)
    writeRemembered({ choice: 'a', hosts: [] })
    expect(readRemembered()).toBeNull()
  })

  it('names the page’s own host for a map of its own', () => {
    vi.stubGlobal('location', { host: 'atlas.example' })
    expect(hostsAsked({ ...offeredBasemaps.openfreemap, hosts: [] })).toEqual(['atlas.example'])
    expect(hostsAsked(offeredBasemaps.openfreemap)).toEqual(['tiles.openfreemap.org'])
  })
})

describe('the days of a divided map', () => {
  it('move one at a time', () => {
    expect(stepped({ day: 10, after: 20 }, 10, 1)).toEqual({ day: 11, after: 20 })
    expect(stepped({ day: 10, after: 20 }, 20, -1)).toEqual({ day: 10, after: 19 })
    expect(stepped({ day: 10, after: null }, 10, -1)).toEqual({ day: 9, after: null })
  })
})

describe('the divider', () => {
  it.each([
    ['ArrowLeft', 0.48],
    ['ArrowRight', 0.52],
    ['PageUp', 0.7],
    ['PageDown', 0.3],
    ['Home', 0],
    ['End', 1],
    ['a', undefined],
  ])('is moved by %s from the middle to %s', (key, to) => {
    expect(movedByKey(0.5, key)).toBe(to)
  })

  it('stays on the map', () => {
    expect(movedByKey(0.01, 'ArrowLeft')).toBe(0)
    expect(movedByKey(0.99, 'PageUp')).toBe(1)
  })
})
