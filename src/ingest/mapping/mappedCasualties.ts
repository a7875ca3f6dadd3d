import type { CasualtyCount, CountRange } from '../../incidents/incident.ts'
import type { FlagCode, MappedField } from '../../query/importReport.ts'
import { readCount } from '../fields/countField.ts'
import type { RowCasualties } from '../rowIncident.ts'
import type { MappedColumns } from './mappedColumns.ts'
import type { MappingContext } from './mappingContext.ts'

/** A greater number of people in one incident is more likely a slip of the pen. */
const ABSURD = 100_000

interface Figure {
  count: CasualtyCount
  /** Text of the cells. */
  said: string
  /** Whether the cells contradict each other. */
  isDisputed: boolean
}

/**
 * The dead and wounded of a record, of all people, by the claimant of the table. A 0 is `none-or-unknown`: a table
 * without a codebook does not say whether nobody died or nobody knows.
 * @param flags gets what is doubtful
 */
export function readMappedCasualties(
  cells: readonly string[],
  columns: MappedColumns,
  { claimant, lang }: MappingContext,
  flags: Set<FlagCode>,
): RowCasualties[] {
  const killed = figureOf(cells, columns, ['killed', 'killed-min', 'killed-max'], flags)
  const wounded = figureOf(cells, columns, ['wounded', 'wounded-min', 'wounded-max'], flags)
  const both = figureOf(cells, columns, ['killed-or-wounded'], flags)
  const figures = [killed, wounded, both].flatMap((figure) => figure ?? [])
  if (figures.length === 0) return []
  const needsWords = figures.some(
    ({ count, isDisputed }) =>
      isDisputed || typeof count === 'string' || count.max === undefined || count.min === undefined,
  )
  return [
    {
      by: claimant,
      group: 'all',
      ...(killed && { killed: killed.count }),
      ...(wounded && { wounded: wounded.count }),
      ...(both && { killedOrWounded: both.count }),
      ...(needsWords && { said: { [lang]: figures.map(({ said }) => said).join('; ') } }),
    },
  ]
}

/** The count of one column, or of the two with its least and greatest value, whose names it repeats. */
function figureOf(
  cells: readonly string[],
  columns: MappedColumns,
  [one, least, most]: readonly [MappedField, MappedField?, MappedField?],
  flags: Set<FlagCode>,
): Figure | undefined {
  const said = (field: MappedField | undefined) => (field ? columns.cell(cells, field) : '')
  const count = countOf(said(one), flags)
  const bounds = joined(countOf(said(least), flags), countOf(said(most), flags), flags)
  if (bounds === undefined && count === undefined) return undefined
  const chosen = chosenOf(count, bounds)
  const isDisputed = bounds !== undefined && typeof count === 'object' && !isWithin(count, bounds)
  if (isDisputed) flags.add('counts-disagree')
  const range = [said(least), said(most)].filter(Boolean).join(' – ')
  const words = [said(one), range].filter(Boolean).join(' / ')
  if (chosen === undefined) return undefined
  return { count: isZero(chosen) ? 'none-or-unknown' : chosen, said: words, isDisputed }
}

function countOf(text: string, flags: Set<FlagCode>): CasualtyCount | undefined {
  if (text === '') return undefined
  const read = readCount(text)
  if (read.kind === 'invalid') flags.add(read.code)
  if (read.kind !== 'value') return undefined
  const { value } = read
  if (typeof value !== 'string' && Math.max(value.min ?? 0, value.max ?? 0) > ABSURD)
    flags.add('absurd-value')
  return value
}

/** The range between two counts; undefined where they contradict each other, or neither is a number. */
function joined(
  least: CasualtyCount | undefined,
  most: CasualtyCount | undefined,
  flags: Set<FlagCode>,
): CountRange | undefined {
  const min = typeof least === 'object' ? least.min : undefined
  const max = typeof most === 'object' ? most.max : undefined
  if (min !== undefined && max !== undefined && min > max) {
    flags.add('counts-disagree')
    return undefined
  }
  if (min === undefined && max === undefined) return undefined
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** The span of a count and a range by its side; an end that one of them leaves open is left so where they contradict. */
function chosenOf(
  count: CasualtyCount | undefined,
  bounds: CountRange | undefined,
): CasualtyCount | undefined {
  if (bounds === undefined || count === undefined) return bounds ?? count
  if (typeof count === 'string') return bounds
  const isStrict = !isWithin(count, bounds)
  const min = endOf([count.min, bounds.min], Math.min, isStrict)
  const max = endOf([count.max, bounds.max], Math.max, isStrict)
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

function endOf(
  ends: readonly (number | undefined)[],
  most: (...ends: number[]) => number,
  isStrict: boolean,
): number | undefined {
  const given = ends.filter((end) => end !== undefined)
  return given.length === 0 || (isStrict && given.length < ends.length) ? undefined : most(...given)
}

/** Whether a count contradicts no end of a range. */
function isWithin(count: CountRange, bounds: CountRange): boolean {
  const { min = -Infinity, max = Infinity } = bounds
  return (count.min ?? max) >= min && (count.max ?? min) <= max
}

function isZero(count: CasualtyCount): boolean {
  return typeof count === 'object' && count.min === 0 && count.max === 0
}
