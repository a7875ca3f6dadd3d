import { useDescription, useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { useView } from '../view/useView.ts'
import { describeFilters } from './describeFilters.ts'

/** The filters in words, each with the act that removes it. */
export function useActiveFilters(): ReturnType<typeof describeFilters> {
  const messages = useMessages()
  const language = useLanguage()
  const { dictionaries, paged } = useDescription()
  const filters = useView((view) => view.filters)
  // The dictionaries of paged facets have the chosen values once an answer to the filters is whole.
  const isAnswered = useResult(({ query, isPartial }) => !isPartial && query?.filters === filters)
  return describeFilters(filters, dictionaries, messages, language, isAnswered ? [] : paged)
}
