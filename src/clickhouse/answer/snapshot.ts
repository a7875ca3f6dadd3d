import type { Connection } from '../connection.ts'
import type { Sql } from '../sql.ts'

/** One version of a base, as a question about it is answered: all of its statements read the same rows. */
export interface Snapshot {
  readonly connection: Connection
  /** Number of the last load of the version: what later loads have written is not in it. */
  readonly load: number
  /** Condition on a row of `incidents`: it is in this version. */
  readonly visible: Sql
}
