import { useId, useMemo, useState } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import type { Choice, FacetDimension } from '../query/incidentQuery.ts'
import { Button } from '../ui/Button.tsx'
import { includeAlso } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { FacetRowView } from './FacetRowView.tsx'
import { facetRows, lastChosen, openRows, type FacetRow } from './facetRows.ts'
import { facetValues, type FacetValue } from './facetValues.ts'
import { useFoldedNames } from './useFoldedNames.ts'
import './FacetList.css'

/** Rows that stand open at first, and how many more each asking brings. */
const FIRST = 8
const MORE = 50

const noCounts = new Uint32Array()

/**
 * The values of one facet. Their order is made when the list opens, its search changes or another link is opened;
 * it then holds, so that no row jumps away under the pointer.
 * @param within keeps to the children of one value: the sub-events of an event type
 */
export function FacetList({ facet, within }: { facet: FacetDimension; within?: string }) {
  const messages = useMessages()
  const language = useLanguage()
  const { dictionaries } = useDescription()
  const choice: Choice = useView((view) => view.filters[facet])
  const counts = useResult(({ result }) => result?.facets[facet]) ?? noCounts
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState(FIRST)
  const values = useMemo(() => {
    const all = facetValues(facet, dictionaries, messages, language)
    return within === undefined ? all : all.filter(({ parent }) => parent === within)
  }, [facet, dictionaries, messages, language, within])
  const [isNear, setNear] = useState(false)
  const isReady = useFoldedNames(values, isNear || search !== '')
  // Until then all rows stay, rather than that the page stands still.
  const rows = useHeldRows(values, counts, choice, isReady ? search : '')
  const chosen = useMemo(() => lastChosen(rows, choice), [rows, choice])
  const shown = rows.slice(0, openRows(rows, counts, chosen, open))
  const most = Math.max(1, ...shown.map(({ value }) => counts[value.index] ?? 0))
  const { filters: words } = messages
  return (
    <div className="facet-list">
      {values.length > FIRST && (
        <FacetSearch
          name={words.dimension[facet]}
          value={search}
          onNear={() => setNear(true)}
          onChange={setSearch}
        />
      )}
      {rows.length === 0 && <p className="facet-list__none">{words.noneWithin}</p>}
      <ul>
        {shown.map(({ value, depth, alias }) => (
          <li key={value.id}>
            <FacetRowView
              facet={facet}
              value={value}
              depth={depth}
              alias={alias}
              count={counts[value.index] ?? 0}
              most={most}
              state={
                choice.include.includes(value.id)
                  ? 'included'
                  : choice.exclude.includes(value.id)
                    ? 'excluded'
                    : 'free'
              }
            />
            {facet === 'actor' && choice.include.includes(value.id) && (
              <ChildrenOffer of={value} values={values} />
            )}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button kind="quiet" onClick={() => setOpen((n) => Math.max(n, shown.length) + MORE)}>
          {words.showMore(Math.min(MORE, rows.length - shown.length))}
        </Button>
      )}
    </div>
  )
}

/** Rows in the order that they had when the values, their first settled counts or the search came. */
function useHeldRows(
  values: readonly FacetValue[],
  counts: Uint32Array,
  choice: Choice,
  search: string,
): FacetRow[] {
  // While a search waits for its texts, its counts are not yet those to go by.
  const isPending = useResult(({ result }) => result?.textPending ?? true)
  const make = () => ({ values, search, isPending, rows: facetRows(values, counts, choice, search) })
  const [held, setHeld] = useState(make)
  if (held.values === values && held.search === search && held.isPending === isPending) return held.rows
  const made = make()
  setHeld(made)
  return made.rows
}

function FacetSearch({
  name,
  value,
  onNear,
  onChange,
}: {
  name: string
  value: string
  /** A hand comes near: typing may follow. */
  onNear: () => void
  onChange: (text: string) => void
}) {
  const { filters: words } = useMessages()
  const id = useId()
  return (
    <input
      id={id}
      className="facet-list__search"
      type="text"
      inputMode="search"
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      aria-label={words.searchWithin(name)}
      placeholder={words.searchWithin(name)}
      value={value}
      onPointerEnter={onNear}
      onFocus={onNear}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A chosen parent offers its children: an actor's id matches that actor alone. */
function ChildrenOffer({ of, values }: { of: FacetValue; values: readonly FacetValue[] }) {
  const { filters: words } = useMessages()
  const act = useAct()
  const included = useView((view) => view.filters.actor.include)
  const children = values.filter(({ parent, id }) => parent === of.id && !included.includes(id))
  if (children.length === 0) return null
  return (
    <Button
      kind="quiet"
      className="facet-list__offer"
      title={children.map(({ name }) => name).join(' · ')}
      onClick={() =>
        act(
          includeAlso(
            'actor',
            children.map(({ id }) => id),
          ),
        )
      }
    >
      {`+ ${words.addChildren(children.length)}`}
    </Button>
  )
}
