import type { CasualtyCount } from '../../incidents/incident.ts'
import type { Language } from '../../incidents/vocabulary.ts'
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
 * @param cell the text of the first of these columns that says something
 * @param flags what is doubtful is added here
 */
export function airwarsCasualties(cell: Cell, flags: FlagCode[]): RowCasualties[] {
  const killed = countOf(cell, killedColumns, flags)
  const wounded = countOf(cell, woundedColumns, flags)
  if (killed === undefined && wounded === undefined) return []
  const said = {
    en: saidOf(cell, 'en', [killed, 'Civilians reported killed'], [wounded, 'Civilians reported injured']),
    ar: saidOf(cell, 'ar', [killed, 'مدنيون أُبلغ عن مقتلهم'], [wounded, 'مدنيون أُبلغ عن إصابتهم']),
    fr: saidOf(cell, 'fr', [killed, 'Civils signalés tués'], [wounded, 'Civils signalés blessés']),
  }
  return [
    {
      by: 'Airwars',
      group: { en: 'civilians', ar: 'مدنيون', fr: 'civils' },
      killed,
      wounded,
      said: isOpen(killed) || isOpen(wounded) ? said : undefined,
    },
  ]
}

function countOf(
  cell: Cell,
  { both, min, max }: typeof killedColumns | typeof woundedColumns,
  flags: FlagCode[],
): CasualtyCount | undefined {
  const text = cell(...both)
  if (text) return valueOf(text, flags)
  const [least, most] = [valueOf(cell(...min), flags), valueOf(cell(...max), flags)]
  const range = { ...endOf('min', least), ...endOf('max', most) }
  if (range.min === undefined && range.max === undefined) return undefined
  if (range.min === undefined || range.max === undefined || range.min <= range.max) return range
  flags.push('counts-disagree')
  return { min: range.max, max: range.min }
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

/** Whether a count has no number, or one end alone: it then has to be said in words as well. */
function isOpen(count: CasualtyCount | undefined): boolean {
  if (count === undefined) return false
  return typeof count === 'string' || count.min === undefined || count.max === undefined
}

const ends = {
  en: { min: 'at least', max: 'at most' },
  ar: { min: 'على الأقل', max: 'على الأكثر' },
  fr: { min: 'au moins', max: 'au plus' },
} as const

type Labelled = readonly [count: CasualtyCount | undefined, label: string]

function saidOf(
  cell: Cell,
  lang: Language,
  ...counts: readonly [killed: Labelled, wounded: Labelled]
): string {
  const columns = [killedColumns, woundedColumns]
  return counts
    .flatMap(([count, label], at) =>
      count === undefined
        ? []
        : [`${label}: ${countInWords(count, lang, cell(...(columns[at]?.both ?? [])))}`],
    )
    .join('; ')
}

/** @param text the count as the file has it, for a count without a number */
function countInWords(count: CasualtyCount, lang: Language, text: string): string {
  if (typeof count === 'string') return text
  if (count.min === undefined) return `${ends[lang].max} ${count.max}`
  if (count.max === undefined) return `${ends[lang].min} ${count.min}`
  return count.min === count.max ? String(count.min) : `${count.min}–${count.max}`
}
