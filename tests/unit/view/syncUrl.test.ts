import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearFilters, moveCamera, openIncident, setText, toggleInclude } from '../../../src/view/acts.ts'
import { syncUrl, type AddressBar } from '../../../src/view/syncUrl.ts'
import { act, createViewStore } from '../../../src/view/viewStore.ts'

/** An address bar with a history that can go back. */
function fakeBar(hash = '') {
  const entries = [hash]
  let at = 0
  const listeners = new Set<() => void>()
  const hashOf = (address: string) => (address.includes('#') ? address.slice(address.indexOf('#')) : '')
  const bar: AddressBar = {
    location: {
      get hash() {
        return entries[at] ?? ''
      },
      pathname: '/atlas/',
      search: '',
    },
    history: {
      state: null,
      pushState: (_state, _title, address) => {
        entries.splice(at + 1, entries.length, hashOf(String(address)))
        at += 1
      },
      replaceState: (_state, _title, address) => {
        entries[at] = hashOf(String(address))
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  }
  const go = (step: number) => {
    at += step
    for (const listener of listeners) listener()
  }
  return { bar, entries, go, listeners }
}

const camera = { zoom: 6, lat: 35, lng: 37, bearing: 0, pitch: 0 }

describe('the address and the view', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('opens a link without an entry of its own', () => {
    const { bar, entries } = fakeBar('#type=battles')
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    expect(store.getState().view.filters.type.include).toEqual(['battles'])
    vi.runAllTimers()
    expect(entries).toEqual(['#type=battles'])
  })

  it('adds an entry for a deliberate act, and Back undoes it', () => {
    const { bar, entries, go } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, toggleInclude('type', 'riots'))
    act(store, openIncident('a'))
    expect(entries).toEqual(['', '#type=riots', '#incident=a&type=riots'])
    go(-1)
    expect(store.getState().view.incident).toBeNull()
    expect(store.getState().view.filters.type.include).toEqual(['riots'])
    go(-1)
    expect(store.getState().view.filters.type.include).toEqual([])
    go(1)
    expect(store.getState().view.filters.type.include).toEqual(['riots'])
    expect(entries).toHaveLength(3)
  })

  it('rewrites the present entry for a movement, once it rests', () => {
    const { bar, entries } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    for (const text of ['h', 'ha', 'har']) act(store, setText(text))
    expect(entries).toEqual([''])
    vi.runAllTimers()
    expect(entries).toEqual(['#q=har'])
  })

  it('keeps where a movement came to when a deliberate act follows at once', () => {
    const { bar, entries } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, moveCamera(camera))
    act(store, openIncident('a'))
    expect(entries).toEqual(['#map=6/35/37', '#incident=a&map=6/35/37'])
  })

  it('tells what it did not understand', () => {
    const { bar } = fakeBar('#map=abc&type=battles')
    const told = vi.fn<(report: unknown) => void>()
    syncUrl(createViewStore(), bar, told)
    expect(told).toHaveBeenCalledWith({
      problems: [{ key: 'map', text: 'abc', reason: 'not-a-camera' }],
      repairs: [],
    })
  })

  it('puts a damaged address right where it stands, and tells of it', () => {
    const { bar, entries } = fakeBar('#type%3Dbattles).')
    const told = vi.fn<(report: unknown) => void>()
    syncUrl(createViewStore(), bar, told)
    expect(entries).toEqual(['#type=battles'])
    expect(told).toHaveBeenCalledWith({ problems: [], repairs: ['encoded', 'ending'] })
  })

  it('leaves no entry within another page', () => {
    const { bar, entries } = fakeBar('#embed=1')
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, toggleInclude('type', 'riots'))
    act(store, openIncident('a'))
    expect(entries).toEqual(['#embed=1&incident=a&type=riots'])
  })

  it('writes nothing when an act changes nothing that a link says', () => {
    const { bar, entries } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, clearFilters)
    expect(entries).toEqual([''])
  })

  it('stops', () => {
    const { bar, entries, listeners } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})()
    act(store, openIncident('a'))
    expect(entries).toEqual([''])
    expect(listeners.size).toBe(0)
  })
})
