import type { Incident, Place } from '../../incidents/incident.ts'
import type { CheckedDataset } from '../checkedDataset.ts'
import type { DatasetProblem, Problem } from '../problem.ts'
import { claimantIsNamed, commonWordsOf } from './claimantIsNamed.ts'
import { countryCodes } from './countryCodes.ts'
import type { CountryShapes } from './countryShapes.ts'
import { disputedToll } from './disputedToll.ts'
import { independentSources } from './independentSources.ts'
import type { KnownFacts, Law } from './law.ts'
import { positionInCountry } from './positionInCountry.ts'
import { publicationDates } from './publicationDates.ts'
import { breachesOfLaws } from './recordLaws.ts'

const laws: readonly Law[] = [
  breachesOfLaws,
  hasSource,
  positionInCountry,
  independentSources,
  disputedToll,
  claimantIsNamed,
  publicationDates,
]

/**
 * Applies every law to every record that has the form of its schema.
 * @param loadShapes called where a country of the data set has a code
 */
export async function checkLaws(
  { actors, places, incidents }: CheckedDataset,
  loadShapes: () => Promise<CountryShapes>,
): Promise<DatasetProblem[]> {
  const [knownActors, knownPlaces] = [actors.value ?? [], places.value ?? []]
  const facts: KnownFacts = {
    actors: byId(knownActors),
    commonWords: commonWordsOf(knownActors),
    places: byId(knownPlaces),
    shapes: knownPlaces.some(isCodedCountry) ? await loadShapes() : undefined,
  }
  return [
    ...countryCodes(knownPlaces, facts.shapes).map((problem) => ({ part: places.part, ...problem })),
    ...incidents.flatMap(({ part, value }) =>
      value ? laws.flatMap((law) => law(value, facts)).map((problem) => ({ part, ...problem })) : [],
    ),
  ]
}

function hasSource({ sources }: Incident): Problem[] {
  if (sources.length > 0) return []
  return [{ path: ['sources'], message: 'is empty: write at least one source', severity: 'error' }]
}

function isCodedCountry({ kind, iso }: Place): boolean {
  return kind === 'country' && iso !== undefined
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
