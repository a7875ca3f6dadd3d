import type { GuessReason, MappedField } from '../../query/importReport.ts'
import { columnContent, type ColumnContent } from './columnContent.ts'
import { fieldsNamed, isOtherDate } from './columnName.ts'
import { fieldOfHxl } from './hxlFields.ts'
import { repeatableFields } from './columnSynonyms.ts'

/** The field that a column is taken to hold, and why. */
export interface ColumnGuess {
  field: MappedField | null
  /** From 0 to 1; 0 where no field is guessed. */
  confidence: number
  reason: GuessReason | null
}

/** A field that a column may hold. */
interface Candidate {
  column: number
  field: MappedField
  confidence: number
  rank: number
  reason: GuessReason
}

/** Share of the filled cells that must be readable as the field that the name says. */
const LEAST_SHARE = 0.3

/** Share from which content alone tells a field, and the confidence in it. */
const TELLING_SHARE = 0.9
const BY_CONTENT = 0.5

/** Confidence in a column that has the name of a field and no cells. */
const EMPTY = 0.4

/** Fields that the content of a column tells without its name. */
const toldByContent: readonly MappedField[] = ['day', 'position', 'url']

const partsOfDate: readonly MappedField[] = ['year', 'month', 'day-of-month']

/**
 * Guesses which field each column of a table holds, by its name and the cells of some records. A column whose cells do
 * not fit its name holds no field; each field but `repeatableFields` is given to one column.
 * @param columns names; [] where the table has none
 * @param width number of columns
 * @param hxl HXL tags of the columns, which tell more than their names; [] where there are none
 */
export function guessColumns(
  columns: readonly string[],
  width: number,
  sample: readonly (readonly string[])[],
  hxl: readonly string[] = [],
): ColumnGuess[] {
  const contents = Array.from({ length: width }, (_, i) =>
    columnContent(sample.map((cells) => cells[i] ?? '')),
  )
  const candidates = contents.flatMap((content, column) =>
    candidatesOf(columns[column] ?? '', hxl[column] ?? '', column, content),
  )
  const guesses = Array.from({ length: width }, (): ColumnGuess => ({
    field: null,
    confidence: 0,
    reason: null,
  }))
  const given = new Set<MappedField>()
  const give = ({ column, field, confidence, reason }: Candidate) => {
    guesses[column] = { field, confidence, reason }
    given.add(field)
  }
  for (const candidate of positionPair(candidates, sample)) give(candidate)
  const ordered = candidates.toSorted(
    (a, b) => b.confidence - a.confidence || a.rank - b.rank || a.column - b.column,
  )
  for (const candidate of ordered) {
    const { column, field } = candidate
    if (guesses[column]?.field || field === 'latitude' || field === 'longitude') continue
    if (given.has(field) && !repeatableFields.includes(field)) continue
    if (candidate.reason === 'content' && field === 'position' && given.has('latitude')) continue
    give(candidate)
  }
  return withoutHalves(guesses, given)
}

function candidatesOf(name: string, hxl: string, column: number, content: ColumnContent): Candidate[] {
  const tagged = fieldOfHxl(hxl)
  const names = tagged ? [{ field: tagged, strength: 1, rank: 0 }] : fieldsNamed(name)
  const named = names.flatMap(({ field, strength, rank }): Candidate[] => {
    if (content.filled.length === 0) {
      return [{ column, field, confidence: EMPTY * strength, rank, reason: 'name' }]
    }
    const share = content.shareOf(field)
    if (share === undefined) return [{ column, field, confidence: 0.9 * strength, rank, reason: 'name' }]
    if (share < LEAST_SHARE) return []
    return [{ column, field, confidence: strength * (0.4 + 0.6 * share), rank, reason: 'name-and-content' }]
  })
  if (named.length > 0) return named
  const told = toldByContent.filter((field) => isToldByContent(field, name, content))
  return told.map((field) => ({ column, field, confidence: BY_CONTENT, rank: 0, reason: 'content' }))
}

function isToldByContent(field: MappedField, name: string, content: ColumnContent): boolean {
  if (field === 'day' && isOtherDate(name)) return false
  // A number may be anything: a year, a count, an id.
  if (field === 'day' && content.filled.some((cell) => /^\s*[\d.,]+\s*$/.test(cell))) return false
  return (content.shareOf(field) ?? 0) >= TELLING_SHARE
}

/** The column of latitudes and the one of longitudes that fit together best: names first, then records with both. */
function positionPair(candidates: readonly Candidate[], sample: readonly (readonly string[])[]): Candidate[] {
  let best: { pair: Candidate[]; score: number } | undefined
  for (const lat of candidates.filter(({ field }) => field === 'latitude')) {
    for (const lng of candidates.filter(({ field }) => field === 'longitude')) {
      const both = sample.filter((cells) => cells[lat.column]?.trim() && cells[lng.column]?.trim())
      const share = both.length / Math.max(1, sample.length)
      const score = lat.confidence + lng.confidence + share
      if (lat.column !== lng.column && score > (best?.score ?? 0)) best = { pair: [lat, lng], score }
    }
  }
  return best?.pair ?? []
}

/** Takes back fields that say nothing by themselves: parts of a date beside a whole one, or without a year. */
function withoutHalves(guesses: ColumnGuess[], given: ReadonlySet<MappedField>): ColumnGuess[] {
  const needless = given.has('day') || !given.has('year')
  return guesses.map((guess) =>
    needless && guess.field && partsOfDate.includes(guess.field)
      ? { field: null, confidence: 0, reason: null }
      : guess,
  )
}
