import type { RecordProblem } from '../../incidents/checkRecord.ts'
import type { Actor, Incident, Place } from '../../incidents/incident.ts'
import type { Severity } from '../mistake.ts'
import type { CountryShapes } from './countryShapes.ts'

/** What a law finds in a record: where, and a sentence that says what to do. */
export interface Finding extends RecordProblem {
  severity: Severity
}

/** What a law may hold a record against. */
export interface KnownFacts {
  actors: ReadonlyMap<string, Actor>
  /** Folded words that the names of several actors have. */
  commonWords: ReadonlySet<string>
  places: ReadonlyMap<string, Place>
  /** Undefined where no country of the data set has a code. */
  shapes: CountryShapes | undefined
}

/**
 * What a record is to keep beyond its form. Its parts agree with each other already as far as breachesOfLaws sees; ids
 * that nothing is known of are told of elsewhere, and a law is silent on them.
 */
export type Law = (incident: Incident, facts: KnownFacts) => Finding[]
