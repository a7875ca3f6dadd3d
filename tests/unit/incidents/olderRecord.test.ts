import { describe, expect, it } from 'vitest'
import { withTodaysNames } from '../../../src/incidents/olderRecord.ts'

describe('withTodaysNames', () => {
  it('renames place.lon to place.lng, and tells so', () => {
    const record = { id: 'a', place: { id: 'town', lon: 36.5, lat: 36.25 } }
    expect(withTodaysNames(record)).toEqual({
      record: { id: 'a', place: { id: 'town', lng: 36.5, lat: 36.25 } },
      renamed: [{ from: ['place', 'lon'], to: ['place', 'lng'] }],
    })
    expect(record.place).toHaveProperty('lon')
  })

  it.each([
    [{ place: { lng: 1, lat: 2 } }],
    [{ place: { lng: 1, lon: 1, lat: 2 } }],
    [{ place: 'town' }],
    [{}],
    [null],
    ['text'],
    [[{ place: { lon: 1 } }]],
  ])('returns %j as it is', (value) => {
    expect(withTodaysNames(value)).toEqual({ record: value, renamed: [] })
  })
})
