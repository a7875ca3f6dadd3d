/** What a load has changed. */
export interface LoadOutcome {
  /** Of the base after the load: that from before, where nothing has changed. */
  version: string
  isChanged: boolean
  /** Incidents that the base lacked. */
  added: number
  /** Incidents that it had with another record. */
  replaced: number
  /** Incidents that it had with the same record. */
  unchanged: number
  withdrawn: number
  /** Ids of `withdraw` that the base lacks. */
  notThere: number
  /** Records whose id a later record of the load has too: that one counts. */
  repeated: number
}
