import { expect, it } from 'vitest'
import { placeChain, placeIndex } from '../../../src/incidents/placeChains.ts'
import type { Place } from '../../../src/incidents/incident.ts'

const place = (id: string, parent?: string): Place => ({
  id,
  kind: 'locality',
  name: { en: id },
  aliases: [],
  ...(parent === undefined ? {} : { parent }),
})

function chainsOf(places: Place[]): string[] {
  const index = placeIndex(places)
  return places.map((_, at) =>
    placeChain(places, index, at)
      .map((each) => places[each]?.id)
      .join(' '),
  )
}

it('leads from a place to all that it lies in', () => {
  expect(chainsOf([place('town', 'region'), place('country'), place('region', 'country')])).toEqual([
    'town region country',
    'country',
    'region country',
  ])
})

it('ends before a parent that is not listed', () => {
  expect(chainsOf([place('town', 'nowhere')])).toEqual(['town'])
})

it('ends at a place that lies in itself, so that a chain is always a place and the chain of its parent', () => {
  expect(chainsOf([place('a', 'b'), place('b', 'a'), place('c', 'a'), place('d', 'd')])).toEqual([
    'a',
    'b',
    'c a',
    'd',
  ])
})
