import type { DatasetAbout } from '../../incidents/incident.ts'

/** What a load has changed. */
export interface LoadOutcome {
  /** Of the base after the load: that from before, where nothing has changed. */
  version: string
  isChanged: boolean
  /** What the base says of itself after the load. */
  about: DatasetAbout
  /** Incidents that the base lacked. */
  added: number
  /** Incidents that it had with another record. */
  replaced: number
  /** Incidents that it had with the same record. */
  unchanged: number
  withdrawn: number
  /** Ids of `withdraw` that the base lacks. */
  notThere: number
  /** Records that were not loaded, as `withdraw` names their ids. */
  withheld: number
  /** Records that have the id of another one, and neither day, place nor title in common with it. */
  unlike: number
  /** Records whose id a later record of the load has too: that one counts. */
  repeated: number
}
