import type { Actor, Incident, Place } from '../../incidents/incident.ts'
import type { Problem } from '../problem.ts'
import type { CountryShapes } from './countryShapes.ts'

/** What laws know beside the record itself. */
export interface KnownFacts {
  /** By id. */
  actors: ReadonlyMap<string, Actor>
  /** Folded words that occur in the names of several actors: see `commonWordsOf`. */
  commonWords: ReadonlySet<string>
  /** By id. */
  places: ReadonlyMap<string, Place>
  /** undefined where no country of the data set has a code. */
  shapes: CountryShapes | undefined
}

/**
 * Judges one record that has the form of its schema. Where the record names an id that is not known, a law finds
 * nothing: checkReferences.ts tells of it.
 */
export type Law = (incident: Incident, facts: KnownFacts) => Problem[]
