import { foldWords } from '../../incidents/foldText.ts'
import type { MappedField, NotIncidentsCode } from '../../query/importReport.ts'
import type { TableHead } from '../profiles/profile.ts'
import type { ColumnGuess } from './guessColumns.ts'

/** Names of columns that count incidents, folded. */
const countsOfIncidents = new Set(
  (
    'events,incidents,event count,incident count,number of events,number of incidents,no of events,' +
    'no of incidents,total events,total incidents,count,attacks,number of attacks,' +
    'nombre d incidents,nombre d evenements,عدد الحوادث,عدد الاحداث'
  ).split(','),
)

/** Names of columns that hold a period, folded. */
const periods = new Set([
  'period',
  'reference period start',
  'period start',
  'week',
  'quarter',
  'month year',
  'semaine',
])

const places: readonly MappedField[] = ['latitude', 'position', 'country', 'region', 'district', 'place']
const texts: readonly MappedField[] = [
  'title',
  'description',
  'category',
  'actor',
  'target',
  'url',
  'source',
  'tag',
]

/** Questions among the names of columns that make a table a survey. */
const SURVEY_QUESTIONS = 2

/** Columns of a table that gives names to ids, at most. */
const LOOKUP_WIDTH = 8

/**
 * What a table is that no profile knows, where its columns cannot be those of incidents; null where they can.
 * @param guesses of its columns
 */
export function notIncidentsOf(guesses: readonly ColumnGuess[], head: TableHead): NotIncidentsCode | null {
  const has = (field: MappedField) => guesses.some((guess) => guess.field === field)
  const names = head.columns.map((name) => foldWords(name.slice(0, 200)).join(' '))
  const hasDate = has('day') || has('year')
  const hasPlace = places.some(has)
  const hasText = texts.some(has)
  const isExact = has('latitude') || has('position') || has('place') || has('district') || has('region')
  const isCounted = names.some((name) => countsOfIncidents.has(name))
  const tellsOfOne = (['id', 'title', 'description', 'actor', 'target', 'url', 'source'] as const).some(has)
  if (isCounted && !tellsOfOne && (hasDate || names.some((name) => periods.has(name))))
    return 'counts-by-period'
  if (hasDate) return isExact || hasText || has('id') ? null : 'counts-by-period'
  if (has('latitude') || has('position')) return hasText ? 'no-date' : 'points-without-text'
  if (head.columns.filter((name) => /[?؟]\s*$/.test(name.slice(-10))).length >= SURVEY_QUESTIONS)
    return 'survey'
  if (has('id') && !hasPlace && head.width <= LOOKUP_WIDTH) return 'lookup-table'
  return hasPlace ? 'no-date' : 'no-date-and-no-place'
}
