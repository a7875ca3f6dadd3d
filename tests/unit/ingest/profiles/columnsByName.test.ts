import { describe, expect, it } from 'vitest'
import { columnsByName } from '../../../../src/ingest/profiles/columnsByName.ts'

describe('columns by name', () => {
  it('are found without case, blanks, punctuation and byte order mark', () => {
    const columns = columnsByName(['\u{feff}Crime ID', ' EVENT_DATE ', 'Lat.'])
    expect(['crime_id', 'event date', 'LAT'].map((name) => columns.index(name))).toEqual([0, 1, 2])
  })

  it('are found as written before they are found folded', () => {
    const columns = columnsByName(['_id', 'id', 'ID'])
    expect(['_id', 'id', 'ID', 'Id'].map((name) => columns.index(name))).toEqual([0, 1, 2, 0])
  })

  it('are never found by a part of a name', () => {
    const columns = columnsByName(['type_of_violence', 'flat', 'longitude_old'])
    expect(
      ['type', 'lat', 'longitude', '__proto__', 'constructor'].map((name) => columns.index(name)),
    ).toEqual([-1, -1, -1, -1, -1])
    expect(columnsByName(['__proto__']).index('__proto__')).toBe(0)
  })

  it('give the first cell that is not blank', () => {
    const columns = columnsByName(['a', 'b', ''])
    expect(columns.firstCell([' ', ' x '], ['a', 'b'])).toBe('x')
    expect(columns.firstCell([], ['a', 'none', ''])).toBe('')
    expect([columns.cell([' ', ' x '], 'a'), columns.cell([' ', ' x '], 'b')]).toEqual(['', 'x'])
    expect([columns.has('a', 'b'), columns.has('a', 'c'), columns.has('')]).toEqual([true, false, true])
  })
})
