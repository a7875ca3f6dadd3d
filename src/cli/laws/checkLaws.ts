import type { Place } from '../../incidents/incident.ts'
import type { Mistake } from '../mistake.ts'
import type { DataFolder } from '../readDataFolder.ts'
import { claimantIsNamed, commonWordsOf } from './claimantIsNamed.ts'
import { countryCodes } from './countryCodes.ts'
import { readCountryShapes } from './countryShapes.ts'
import { disputedToll } from './disputedToll.ts'
import { independentSources } from './independentSources.ts'
import type { KnownFacts, Law } from './law.ts'
import { positionInCountry } from './positionInCountry.ts'
import { publicationDates } from './publicationDates.ts'

const laws: readonly Law[] = [
  positionInCountry,
  independentSources,
  disputedToll,
  claimantIsNamed,
  publicationDates,
]

/** Whether the records of a data set are plausible: what contradicts the map is an error, what is doubtful a warning. */
export async function checkLaws(folder: DataFolder): Promise<Mistake[]> {
  const [actors, places] = [folder.actors.value ?? [], folder.places.value ?? []]
  const facts: KnownFacts = {
    actors: byId(actors),
    commonWords: commonWordsOf(actors),
    places: byId(places),
    shapes: places.some(isCoded) ? await readCountryShapes() : undefined,
  }
  return [
    ...countryCodes(folder.places, facts.shapes),
    ...folder.incidents.flatMap(({ yaml, value }) =>
      value
        ? laws
            .flatMap((law) => law(value, facts))
            .map(({ path, message, severity }) => yaml.mistakeAt(path, message, severity))
        : [],
    ),
  ]
}

function isCoded({ kind, iso }: Place): boolean {
  return kind === 'country' && iso !== undefined
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
