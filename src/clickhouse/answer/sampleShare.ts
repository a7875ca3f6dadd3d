import { LAST_TIER } from '../keyOf.ts'

/** Milliseconds that a sample is to take. */
const TARGET_MS = 100

/** Milliseconds that a query takes however few rows it reads. */
const OVERHEAD_MS = 20

/** Fewest rows of a sample: reading fewer is hardly faster. */
const LEAST_ROWS = 1 << 17

/** Rows read in a millisecond, as long as nothing has been timed: of numbers alone, and with the words of their texts. */
const FIRST_PACES = { numbers: 10_000, words: 2_000 } as const

/** What is read of rows: words take several times as long. */
export type PaceKind = keyof typeof FIRST_PACES

/** The paces of a base. */
export type Paces = Readonly<Record<PaceKind, Pace>>

/** Weight of the newest timing. */
const NEWEST = 0.3

/** How fast a base has answered of late. */
export interface Pace {
  /** Takes in how long an answer took. @param rows that were read */
  note(rows: number, ms: number): void
  /**
   * The lowest tier of a sample that can be read in about 100 ms.
   * @param rows of the table
   * @returns null where all can be read in that time
   */
  tier(rows: number): number | null
}

export function createPaces(): Paces {
  return { numbers: createPace('numbers'), words: createPace('words') }
}

/** @param kind what is read of the rows */
export function createPace(kind: PaceKind): Pace {
  /** Rows in a millisecond. */
  let pace: number = FIRST_PACES[kind]
  return {
    note(rows, ms) {
      // Fewer rows say nothing of the pace: the overhead is most of their time.
      if (rows < LEAST_ROWS / 2) return
      pace += NEWEST * (rows / Math.max(1, ms - OVERHEAD_MS) - pace)
    },
    tier(rows) {
      const most = Math.max(LEAST_ROWS, pace * (TARGET_MS - OVERHEAD_MS))
      return rows <= most ? null : Math.min(LAST_TIER, Math.ceil(Math.log2(rows / most)))
    },
  }
}
