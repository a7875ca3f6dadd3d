/**
 * Which rows pass one filter.
 * - `all`: every row.
 * - `only`: the rows listed, and no other.
 * - `except`: every row but those listed.
 * - `test`: the rows for which `passes` says so: for filters whose list would be about as long as the table.
 *
 * Lists are ascending and name no row twice.
 */
export type Selection =
  | { kind: 'all' }
  | { kind: 'only'; rows: Uint32Array }
  | { kind: 'except'; rows: Uint32Array }
  | { kind: 'test'; passes: (row: number) => boolean }

/** The selection of a field that is not filtered. */
export const everyRow: Selection = { kind: 'all' }
