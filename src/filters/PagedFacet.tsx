import { useEffect, useState, type CSSProperties } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import type { FacetId } from '../incidents/fields.ts'
import { noFilters, type Choice, type Filters } from '../query/incidentQuery.ts'
import { Button } from '../ui/Button.tsx'
import { includeAlso } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { FacetSearch } from './FacetSearch.tsx'
import { facetValues } from './facetValues.ts'
import { ChosenRows, PagedRows, type PagedList } from './PagedRows.tsx'
import { countedFilters, useAnsweredFilters, useChildren } from './usePagedValues.ts'
import './FacetList.css'

/** Milliseconds for which the typed text must stay unchanged before it is searched for. */
const REST = 250

/**
 * The values of a facet that has too many for the page: the source sorts, searches and counts them, page by page. As in
 * FacetList, the rows keep their order until the search changes, and their counts follow the filters once an answer to
 * these is whole.
 */
export function PagedFacet({ facet }: { facet: FacetId }) {
  const answered = useAnsweredFilters()
  return answered && <AnsweredFacet facet={facet} answered={answered} />
}

function AnsweredFacet({ facet, answered }: { facet: FacetId; answered: Filters }) {
  const { filters: words } = useMessages()
  const language = useLanguage()
  const { incidents } = useDescription()
  const filters = useView((view) => view.filters)
  const [typed, setTyped] = useState('')
  const search = useRested(typed.trim())
  const present = countedFilters(facet, answered)
  const [held, setHeld] = useState({ search, filters: present })
  if (held.search !== search) setHeld({ search, filters: present })
  const [shown] = useState(() => new Set<string>())
  const kept = useKept(filters[facet], shown)
  const list: PagedList = {
    facet,
    search: held.search,
    order: held.filters,
    present,
    isMoving: countedFilters(facet, filters).key !== present.key,
    choice: filters[facet],
    kept,
    shown,
  }
  // As wide as the largest possible count, so that names do not wrap anew as counts change.
  const width = { '--count': `${formatNumber(language, incidents).length}ch` } as CSSProperties
  return (
    <div className="facet-list" style={width}>
      <FacetSearch name={words.field[facet]} value={typed} onChange={setTyped} />
      <ChosenRows list={list} />
      <PagedRows key={held.search} list={list} within={null} depth={0} />
      {facet === 'actor' && filters.actor.include.map((id) => <ChildrenOffer key={id} id={id} />)}
    </div>
  )
}

/** The text once it has stayed unchanged for REST. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/**
 * Ids of the values that stand above the others: those chosen at first, and those chosen later anywhere but in the rows,
 * so that no row moves when one is chosen in its place.
 * @param shown ids of the rows that are mounted
 */
function useKept({ include, exclude }: Choice, shown: ReadonlySet<string>): readonly string[] {
  const [kept, setKept] = useState<readonly string[]>(() => [...include, ...exclude])
  useEffect(() => {
    setKept((before) => {
      const more = [...include, ...exclude].filter((id) => !before.includes(id) && !shown.has(id))
      return more.length === 0 ? before : [...before, ...more]
    })
  }, [include, exclude, shown])
  return kept
}

/** A button that includes all children of an included actor, as including an actor does not include its children. */
function ChildrenOffer({ id }: { id: string }) {
  const messages = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { dictionaries } = useDescription()
  const included = useView((view) => view.filters.actor.include)
  const children = useChildren('actor', id, noFilters)
  const values = facetValues('actor', dictionaries, messages, language)
  const missing = (children ?? []).flatMap(({ index }) => {
    const value = values[index]
    return value && !included.includes(value.id) ? [value] : []
  })
  const parent = values.find((value) => value.id === id)
  if (!parent || missing.length === 0) return null
  return (
    <Button
      kind="quiet"
      className="facet-list__offer"
      title={missing.map(({ name }) => name).join(' · ')}
      onClick={() =>
        act(
          includeAlso(
            'actor',
            missing.map((value) => value.id),
          ),
        )
      }
    >
      <span aria-hidden="true">+</span>
      <span>{messages.filters.addChildren(missing.length, parent.name)}</span>
    </Button>
  )
}
