import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  clearFilters,
  moveCamera,
  openDataset,
  openIncident,
  setText,
  toggleInclude,
} from '../../../src/view/acts.ts'
import { syncUrl, type AddressBar } from '../../../src/view/syncUrl.ts'
import { OWN_FILES } from '../../../src/view/view.ts'
import { act, createViewStore } from '../../../src/view/viewStore.ts'

/** An address bar with a history that `go` moves through. */
function fakeBar(hash = '') {
  const entries = [hash]
  const states: unknown[] = [null]
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
      get state() {
        return states[at]
      },
      pushState: (state, _title, address) => {
        entries.splice(at + 1, entries.length, hashOf(String(address)))
        states.splice(at + 1, states.length, state)
        at += 1
      },
      replaceState: (state, _title, address) => {
        entries[at] = hashOf(String(address))
        states[at] = state
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

  it('writes nothing that comes from the user’s files, and leads back to their views', () => {
    const { bar, entries, go } = fakeBar('#type=battles')
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, openDataset(OWN_FILES))
    act(store, openIncident('secret'))
    act(store, toggleInclude('actor', 'somebody'))
    act(store, toggleInclude('type', 'riots'))
    expect(entries).toEqual([
      '#type=battles',
      '#data=own:files',
      '#data=own:files',
      '#data=own:files',
      '#data=own:files&type=riots',
    ])
    go(-1)
    expect(store.getState().view).toMatchObject({
      incident: 'secret',
      filters: { actor: { include: ['somebody'] }, type: { include: [] } },
    })
    go(-2)
    expect(store.getState().view).toMatchObject({ data: OWN_FILES, incident: null })
    go(-1)
    expect(store.getState().view).toMatchObject({ data: null, filters: { type: { include: ['battles'] } } })
    go(2)
    expect(store.getState().view.incident).toBe('secret')
  })

  it('keeps the last of several movements over the user’s files in the same entry', () => {
    const { bar, entries, go } = fakeBar('#data=own:files')
    const store = createViewStore()
    syncUrl(store, bar, () => {})
    act(store, setText('secr'))
    act(store, setText('secret'))
    vi.runAllTimers()
    act(store, openIncident('a'))
    go(-1)
    expect(store.getState().view).toMatchObject({ incident: null, filters: { text: 'secret' } })
    expect(new Set(entries)).toEqual(new Set(['#data=own:files']))
  })
})
