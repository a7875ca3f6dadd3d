import { describeFilters } from '../filters/describeFilters.ts'
import type { Messages } from '../i18n/en/en.ts'
import { localeOf } from '../i18n/plural.ts'
import type { Dictionaries } from '../incidents/columns.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { fieldIds } from '../incidents/fields.ts'
import { isFiltered, noFilters, type Filters } from '../query/incidentQuery.ts'

/** One filtered field: its name, and what passes, in words. */
export interface FilterInWords {
  name: string
  text: string
}

/**
 * All filters in words, one entry per filtered field. An area is given with its coordinates.
 * @param dictionaries names of the data set's actors, places and publishers
 * @param messages texts of the reader's `language`
 */
export function filtersInWords(
  filters: Filters,
  dictionaries: Dictionaries,
  messages: Messages,
  language: Language,
): FilterInWords[] {
  const list = new Intl.ListFormat(localeOf[language], { type: 'unit', style: 'long' })
  return fieldIds
    .filter((field) => isFiltered(filters, field))
    .map((field) => {
      const only = { ...noFilters, [field]: filters[field] }
      const texts = describeFilters(only, dictionaries, messages, language).map(({ text }) => text)
      return {
        name: messages.filters.field[field],
        text: list.format(field === 'area' ? [...texts, areaText(filters, messages)] : texts),
      }
    })
}

function areaText({ area }: Filters, { filters: words }: Messages): string {
  if (!area) return ''
  const { west, south, east, north } = area
  return `${words.west} ${west}, ${words.south} ${south}, ${words.east} ${east}, ${words.north} ${north}`
}
