import { describe, expect, it } from 'vitest'
import { placeBranches, placesToShow, treeRows, type TreeState } from '../../../src/filters/placeTree.ts'
import type { Place } from '../../../src/incidents/incident.ts'

const place = (id: string, parent?: string): Place => ({
  id,
  kind: 'locality',
  name: { en: id },
  aliases: [],
  ...(parent === undefined ? {} : { parent }),
})

const places = [
  place('land'),
  place('north', 'land'),
  place('south', 'land'),
  place('town', 'north'),
  place('village', 'north'),
  place('unused', 'north'),
  place('elsewhere', 'not-listed'),
  place('a', 'b'),
  place('b', 'a'),
]
const values = places.map(({ id, parent }, index) => ({
  id,
  index,
  name: id,
  lang: 'en',
  aliases: [],
  parent,
}))
const branches = placeBranches(places, values)
const totals = [9, 4, 5, 1, 3, 0, 1, 1, 1]
const state = (change: Partial<TreeState> = {}): TreeState => ({
  order: totals,
  totals,
  kept: new Set(),
  open: new Map(),
  roots: 8,
  ...change,
})
const lines = (change: Partial<TreeState>) =>
  treeRows(branches, state(change)).map((row) =>
    row.kind === 'more'
      ? `${' '.repeat(row.depth)}+${row.hidden} in ${row.of?.id}`
      : `${' '.repeat(row.depth)}${row.value.id}${row.within > 0 ? ` (${row.within})` : ''}`,
  )

describe('placeBranches and treeRows', () => {
  it('start with the places without a listed parent, and those of a cycle of parents', () => {
    expect(lines({})).toEqual(['land (2)', 'a', 'b', 'elsewhere'])
  })

  it('show the children of an open place by count, without places that no incident has', () => {
    expect(
      lines({
        open: new Map([
          ['land', 8],
          ['north', 8],
        ]),
        roots: 1,
      }),
    ).toEqual(['land (2)', ' south', ' north (2)', '  village', '  town', '+3 in undefined'])
  })

  it('count the children that are not shown, and show kept ones in any case', () => {
    const open = new Map([['land', 1]])
    expect(lines({ open, roots: 1 }).slice(0, 3)).toEqual(['land (2)', ' south', ' +1 in land'])
    const kept = placesToShow(branches, { include: ['unused'], exclude: [] })
    expect([...kept]).toEqual(['unused', 'north', 'land'])
    expect(lines({ open: new Map([...open, ['north', 1]]), kept, roots: 1 }).slice(0, 6)).toEqual([
      'land (2)',
      ' south',
      ' north (3)',
      '  village',
      '  unused',
      '  +1 in north',
    ])
  })

  it('sort by the given order, whatever the present counts are', () => {
    const open = new Map([['land', 8]])
    expect(lines({ open, order: [9, 5, 4, 1, 3, 0, 1, 1, 1] }).slice(0, 3)).toEqual([
      'land (2)',
      ' north (2)',
      ' south',
    ])
  })
})
