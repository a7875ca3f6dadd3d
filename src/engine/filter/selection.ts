/**
 * Which rows pass one dimension: all; only those listed; all but those listed (ascending, each once); or those of a
 * test, where a list would be no shorter than the table.
 */
export type Selection =
  | { kind: 'all' }
  | { kind: 'only'; rows: Uint32Array }
  | { kind: 'but'; rows: Uint32Array }
  | { kind: 'test'; passes: (row: number) => boolean }

export const everyRow: Selection = { kind: 'all' }
