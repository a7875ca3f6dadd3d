import type { CasualtyCount } from '../../incidents/incident.ts'
import type { FlagCode } from '../../query/importReport.ts'
import { readCount } from '../fields/countField.ts'
import type { RowCasualties } from '../rowIncident.ts'

type Cell = (...names: string[]) => string

/** The columns of a count: one with a range in it, or two with its ends. */
const killedColumns = {
  both: ['Civilians reported killed'],
  min: ['killed_min', 'civilian_deaths_min'],
  max: ['killed_max', 'civilian_deaths_max'],
} as const

const woundedColumns = {
  both: ['Civilians reported injured'],
  min: ['injured_min', 'civilian_injuries_min'],
  max: ['injured_max', 'civilian_injuries_max'],
} as const

/**
 * Civilians that are reported killed and injured, as ranges by Airwars.
 * @param flags what is doubtful is added here
 */
export function airwarsCasualties(cell: Cell, flags: FlagCode[]): RowCasualties[] {
  const [killed, killedText] = countOf(cell, killedColumns, flags)
  const [wounded, woundedText] = countOf(cell, woundedColumns, flags)
  if (killed === undefined && wounded === undefined) return []
  const needsWords = [killed, wounded].some(
    (count) =>
      count !== undefined &&
      (typeof count === 'string' || count.min === undefined || count.max === undefined),
  )
  return [
    {
      by: 'Airwars',
      group: { en: 'civilians', ar: 'مدنيون', fr: 'civils' },
      ...(killed !== undefined && { killed }),
      ...(wounded !== undefined && { wounded }),
      ...(needsWords && { said: inWords(killedText, woundedText) }),
    },
  ]
}

function countOf(
  cell: Cell,
  { both, min, max }: typeof killedColumns | typeof woundedColumns,
  flags: FlagCode[],
): [count: CasualtyCount | undefined, text: string] {
  const text = cell(...both)
  if (text) return [valueOf(text, flags), text]
  const [least, most] = [valueOf(cell(...min), flags), valueOf(cell(...max), flags)]
  const range = { ...endOf('min', least), ...endOf('max', most) }
  if (range.min !== undefined && range.max !== undefined && range.min > range.max) {
    flags.push('counts-disagree')
    return [{ min: range.max, max: range.min }, `${range.min}–${range.max}`]
  }
  return Object.keys(range).length > 0 ? [range, `${range.min ?? ''}–${range.max ?? ''}`] : [undefined, '']
}

function valueOf(text: string, flags: FlagCode[]): CasualtyCount | undefined {
  const reading = readCount(text)
  if (reading.kind === 'invalid' && !flags.includes(reading.code)) flags.push(reading.code)
  return reading.kind === 'value' ? reading.value : undefined
}

/** One end of a range, where its cell holds a number. */
function endOf(end: 'min' | 'max', count: CasualtyCount | undefined): { min?: number; max?: number } {
  const value = typeof count === 'object' && count.min === count.max ? count.min : undefined
  return value === undefined ? {} : { [end]: value }
}

function inWords(killed: string, wounded: string): RowCasualties['said'] {
  const both = (words: readonly [string, string]) =>
    [killed && `${words[0]}: ${killed}`, wounded && `${words[1]}: ${wounded}`].filter(Boolean).join('; ')
  return {
    en: both(['Civilians reported killed', 'Civilians reported injured']),
    ar: both(['مدنيون أُبلغ عن مقتلهم', 'مدنيون أُبلغ عن إصابتهم']),
    fr: both(['Civils signalés tués', 'Civils signalés blessés']),
  }
}
