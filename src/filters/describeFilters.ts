import type { Dictionaries } from '../incidents/columns.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { formatDay, formatDays } from '../i18n/formatDay.ts'
import type { Messages } from '../i18n/en/en.ts'
import { facetIds, type FacetId } from '../incidents/fields.ts'
import { isFiltered, type Filters } from '../query/incidentQuery.ts'
import { clearField, releaseValue, setAllActors, type Act } from '../view/acts.ts'
import { facetValues } from './facetValues.ts'

/** One filter, or one chosen value of a facet, in words. */
export interface FilterChip {
  /** Unique among the chips. */
  key: string
  text: string
  /** The act that removes it from the filters. */
  remove: Act
  /** Given where the data set does not have the value, so that it matches no incident; not while that is not known. */
  unknown?: boolean
}

/**
 * All filters in words; [] where nothing is filtered.
 * @param dictionaries of the data set, for the names of ids
 * @param messages texts in `language`
 * @param language language of the reader
 * @param unnamed facets of which the dictionaries may still lack entries; their chosen values are told by their ids then
 */
export function describeFilters(
  filters: Filters,
  dictionaries: Dictionaries,
  messages: Messages,
  language: Language,
  unnamed: readonly FacetId[] = [],
): FilterChip[] {
  return [
    ...textChips(filters, messages),
    ...dayChips(filters, messages, language),
    ...facetIds.flatMap((facet) =>
      facetChips(filters, facet, dictionaries, messages, language, unnamed.includes(facet)),
    ),
    ...fatalitiesChips(filters, messages),
    ...areaChips(filters, messages),
  ]
}

function textChips({ text }: Filters, { filters: words }: Messages): FilterChip[] {
  return text === '' ? [] : [{ key: 'text', text: words.searched(text), remove: clearField('text') }]
}

function dayChips(
  { days: { from, to } }: Filters,
  { filters: words }: Messages,
  language: Language,
): FilterChip[] {
  const remove = clearField('days')
  if (from !== null && to !== null)
    return [{ key: 'days', text: formatDays(language, from, to, 'dayShort'), remove }]
  if (from !== null)
    return [{ key: 'days', text: words.since(formatDay(language, from, 'dayShort')), remove }]
  if (to !== null) return [{ key: 'days', text: words.until(formatDay(language, to, 'dayShort')), remove }]
  return []
}

function facetChips(
  filters: Filters,
  facet: FacetId,
  dictionaries: Dictionaries,
  messages: Messages,
  language: Language,
  isUnnamed: boolean,
): FilterChip[] {
  if (!isFiltered(filters, facet)) return []
  const { filters: words } = messages
  const values = facetValues(facet, dictionaries, messages, language)
  const chip = (id: string, excluded: boolean): FilterChip => {
    const name = values.find((value) => value.id === id)?.name
    const text = name ?? (isUnnamed ? id : words.unknownId(id))
    return {
      key: `${facet} ${excluded ? '!' : ''}${id}`,
      text: excluded ? words.not(text) : text,
      remove: releaseValue(facet, id),
      ...(name === undefined && !isUnnamed ? { unknown: true } : {}),
    }
  }
  const { include, exclude } = filters[facet]
  const together = facet === 'actor' && filters.actor.all && include.length > 1
  return [
    ...(together ? [{ key: 'actor.all', text: words.allTogether, remove: setAllActors(false) }] : []),
    ...include.map((id) => chip(id, false)),
    ...exclude.map((id) => chip(id, true)),
  ]
}

function fatalitiesChips({ fatalities: { min, max } }: Filters, { filters: words }: Messages): FilterChip[] {
  const chip = (text: string) => [{ key: 'fatalities', text, remove: clearField('fatalities') }]
  if (min !== null && max !== null) return chip(words.deathsBetween(min, max))
  if (min !== null) return chip(words.deathsAtLeast(min))
  if (max !== null) return chip(words.deathsAtMost(max))
  return []
}

function areaChips({ area }: Filters, { filters: words }: Messages): FilterChip[] {
  return area ? [{ key: 'area', text: words.withinArea, remove: clearField('area') }] : []
}
