import type { Place } from '../../incidents/incident.ts'
import type { CheckedDataset } from '../checkedDataset.ts'
import type { DatasetProblem } from '../problem.ts'
import { claimantIsNamed, commonWordsOf } from './claimantIsNamed.ts'
import { countryCodes } from './countryCodes.ts'
import type { CountryShapes } from './countryShapes.ts'
import { disputedToll } from './disputedToll.ts'
import { independentSources } from './independentSources.ts'
import type { KnownFacts, Law } from './law.ts'
import { positionInCountry } from './positionInCountry.ts'
import { publicationDates } from './publicationDates.ts'
import { breachesOfLaws } from './recordLaws.ts'
import { statedInAbout, statedInRecord } from './statedByAuthors.ts'

const laws: readonly Law[] = [
  breachesOfLaws,
  statedInRecord,
  positionInCountry,
  independentSources,
  disputedToll,
  claimantIsNamed,
  publicationDates,
]

/**
 * Applies every law to every record, and to what the data set says of itself, that has the form of its schema.
 * @param loadShapes called where a country of the data set has a code
 */
export async function checkLaws(
  { about, actors, places, incidents }: CheckedDataset,
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
    ...(about.value ? statedInAbout(about.value) : []).map((problem) => ({ part: about.part, ...problem })),
    ...countryCodes(knownPlaces, facts.shapes).map((problem) => ({ part: places.part, ...problem })),
    ...incidents.flatMap(({ part, value }) =>
      value ? laws.flatMap((law) => law(value, facts)).map((problem) => ({ part, ...problem })) : [],
    ),
  ]
}

function isCodedCountry({ kind, iso }: Place): boolean {
  return kind === 'country' && iso !== undefined
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
