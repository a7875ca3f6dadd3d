/** Keys and indices from a record, or a list of records, down to a value; the value may be absent. */
export type Path = readonly (string | number)[]

/** An error keeps a data set from being published; a warning is for the editor to judge. */
export type Severity = 'error' | 'warning'

/** One thing that is wrong with a record, or doubtful. */
export interface Problem {
  path: Path
  /** A sentence that goes on from the name of the field, and says what to write instead: `is empty: write ...`. */
  message: string
  severity: Severity
}

/** The part of a data set that a path begins at: an incident is named by its index. */
export type DatasetPart = 'about' | 'actors' | 'places' | { incident: number }

/** A problem, with the part of the data set that it is in. */
export interface DatasetProblem extends Problem {
  part: DatasetPart
}
