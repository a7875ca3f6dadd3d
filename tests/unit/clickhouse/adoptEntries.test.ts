import { describe, expect, it } from 'vitest'
import { adoptEntries } from '../../../src/clickhouse/load/adoptEntries.ts'
import type { GrowingDictionary, Entry } from '../../../src/clickhouse/load/growingDictionaries.ts'
import type { Actor, Place } from '../../../src/incidents/incident.ts'

function dictionary<T extends Entry>(entries: T[]): GrowingDictionary<T> {
  return { entries, indexOfId: new Map(entries.map(({ id }, at) => [id, at])), changed: new Set() }
}

const actor = (id: string, name: string, more: Partial<Actor> = {}): Actor => ({
  id,
  name: { en: name },
  aliases: [],
  kind: 'state-forces',
  ...more,
})
const place = (id: string, name: string, more: Partial<Place> = {}): Place => ({
  id,
  kind: 'locality',
  name: { en: name },
  aliases: [],
  ...more,
})

describe('entries of a load', () => {
  it('keep their ids and their order in an empty base', () => {
    const base = { actors: dictionary<Actor>([]), places: dictionary<Place>([]) }
    const actors = [actor('b', 'B'), actor('a', 'A', { parent: 'b' })]
    const { renamed } = adoptEntries(base, actors, [place('x', 'X')])
    expect(base.actors.entries).toEqual(actors)
    expect(renamed.actors.size + renamed.places.size).toBe(0)
    expect([...base.actors.changed]).toEqual([0, 1])
  })

  it('replace an entry of the same id and name, and change nothing where they are equal', () => {
    const base = { actors: dictionary([actor('a', 'A'), actor('b', 'B')]), places: dictionary<Place>([]) }
    adoptEntries(base, [actor('a', 'A', { note: 'more' }), actor('b', 'B')], [])
    expect(base.actors.entries).toEqual([actor('a', 'A', { note: 'more' }), actor('b', 'B')])
    expect([...base.actors.changed]).toEqual([0])
  })

  it('get an id of their own where another entry has theirs, the same one each time', () => {
    const base = { actors: dictionary([actor('a', 'A')]), places: dictionary<Place>([]) }
    const load = () => adoptEntries(base, [actor('a', 'Other'), actor('c', 'C', { parent: 'a' })], [])
    expect(load().renamed.actors).toEqual(new Map([['a', 'a-2']]))
    expect(load().renamed.actors).toEqual(new Map([['a', 'a-2']]))
    expect(base.actors.entries).toEqual([
      actor('a', 'A'),
      actor('a-2', 'Other'),
      actor('c', 'C', { parent: 'a-2' }),
    ])
  })

  it('do not take the id that another entry of the load has', () => {
    const base = { actors: dictionary([actor('a', 'A')]), places: dictionary<Place>([]) }
    const { renamed } = adoptEntries(base, [actor('a', 'Other'), actor('a-2', 'Second')], [])
    expect(renamed.actors).toEqual(new Map([['a', 'a-3']]))
  })

  it('are places of the base only where they lie in the same place', () => {
    const syria = place('sy', 'Syria', { kind: 'country', iso: 'SY' })
    const iraq = place('iq', 'Iraq', { kind: 'country', iso: 'IQ' })
    const town = place('town', 'Town', { parent: 'sy' })
    const base = { actors: dictionary<Actor>([]), places: dictionary([syria, town]) }
    const { renamed } = adoptEntries(base, [], [iraq, { ...town, parent: 'iq' }])
    expect(renamed.places).toEqual(new Map([['town', 'town-2']]))
    // A country is told by its code.
    const again = adoptEntries(
      base,
      [],
      [
        { ...syria, id: 'syria', name: { fr: 'Syrie' } },
        { ...town, parent: 'syria' },
      ],
    )
    expect(again.renamed.places).toEqual(new Map([['syria', 'sy']]))
    expect(base.places.entries[0]).toEqual(syria)
    expect(base.places.entries[1]).toEqual(town)
  })

  it('end where places lie in one another in a circle', () => {
    const circle = [place('a', 'A', { parent: 'b' }), place('b', 'B', { parent: 'a' })]
    const base = { actors: dictionary<Actor>([]), places: dictionary([...circle]) }
    expect(adoptEntries(base, [], circle).renamed.places.size).toBe(0)
    expect(base.places.entries).toEqual(circle)
  })
})
