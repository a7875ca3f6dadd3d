import type { Actor, DatasetAbout, Incident, Place } from '../incidents/incident.ts'
import type { DatasetPart } from './problem.ts'

/** A part before and after it was checked against its schema. */
export interface CheckedPart<T> {
  part: DatasetPart
  plain: unknown
  /** undefined where the part is not of its form. */
  value: T | undefined
}

/** The parts of a data set, each with what was found in it. */
export interface CheckedDataset {
  about: CheckedPart<DatasetAbout>
  actors: CheckedPart<Actor[]>
  places: CheckedPart<Place[]>
  /** In the order given. */
  incidents: CheckedPart<Incident>[]
}
