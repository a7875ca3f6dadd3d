import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearFilters, moveCamera, openIncident, setText, toggleInclude } from '../../../src/view/acts.ts'
import { syncUrl, type AddressBar } from '../../../src/view/syncUrl.ts'
import { act, createViewStore } from '../../../src/view/viewStore.ts'

/** An address bar with a history that `go` moves through. */
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

describe('syncUrl', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('reads the view of a link without adding a history entry', () => {
    const { bar, entries } = fakeBar('#type=battles')
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    expect(store.getState().view.filters.type.include).toEqual(['battles'])
    vi.runAllTimers()
    expect(entries).toEqual(['#type=battles'])
  })

  it('adds a history entry for a push, which Back undoes', () => {
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

  it('overwrites the present entry for a replace, once no further one follows', () => {
    const { bar, entries } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    for (const text of ['h', 'ha', 'har']) act(store, setText(text))
    expect(entries).toEqual([''])
    vi.runAllTimers()
    expect(entries).toEqual(['#q=har'])
  })

  it('writes a waiting replace before a push adds its entry', () => {
    const { bar, entries } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, moveCamera(camera))
    act(store, openIncident('a'))
    expect(entries).toEqual(['#map=6/35/37', '#incident=a&map=6/35/37'])
  })

  it('reports the parts of a fragment that it did not understand', () => {
    const { bar } = fakeBar('#map=abc&type=battles')
    const told = vi.fn<(report: unknown) => void>()
    syncUrl(createViewStore(), bar, told)
    expect(told).toHaveBeenCalledWith({
      problems: [{ key: 'map', text: 'abc', reason: 'not-a-camera' }],
      repairs: [],
    })
  })

  it('replaces a damaged URL by its repaired form, and reports the repairs', () => {
    const { bar, entries } = fakeBar('#type%3Dbattles).')
    const told = vi.fn<(report: unknown) => void>()
    syncUrl(createViewStore(), bar, told)
    expect(entries).toEqual(['#type=battles'])
    expect(told).toHaveBeenCalledWith({ problems: [], repairs: ['encoded', 'ending'] })
  })

  it('adds no history entry while embedded in another page', () => {
    const { bar, entries } = fakeBar('#embed=1')
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, toggleInclude('type', 'riots'))
    act(store, openIncident('a'))
    expect(entries).toEqual(['#embed=1&incident=a&type=riots'])
  })

  it('writes nothing where an act does not change the fragment', () => {
    const { bar, entries } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, clearFilters)
    expect(entries).toEqual([''])
  })

  it('stops when told to', () => {
    const { bar, entries, listeners } = fakeBar()
    const store = createViewStore()
    syncUrl(store, bar, () => {})()
    act(store, openIncident('a'))
    expect(entries).toEqual([''])
    expect(listeners.size).toBe(0)
  })
})
