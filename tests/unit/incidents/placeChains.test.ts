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

it('gives a place and its ancestors', () => {
  expect(chainsOf([place('town', 'region'), place('country'), place('region', 'country')])).toEqual([
    'town region country',
    'country',
    'region country',
  ])
})

it('stops before a parent that is not listed', () => {
  expect(chainsOf([place('town', 'nowhere')])).toEqual(['town'])
})

it('treats each place of a cycle as a root', () => {
  expect(chainsOf([place('a', 'b'), place('b', 'a'), place('c', 'a'), place('d', 'd')])).toEqual([
    'a',
    'b',
    'c a',
    'd',
  ])
})
