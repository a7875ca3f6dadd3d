import { useId, useState, type ReactNode } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { fieldIds, isFacetId, type FieldId } from '../incidents/fields.ts'
import { isFiltered } from '../query/incidentQuery.ts'
import { eventTypes, NOT_STATED } from '../incidents/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { clearField, setAllActors } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { FacetList } from './FacetList.tsx'
import { AreaFilter, FatalitiesFilter } from './laterFilters.ts'
import './FilterPanel.css'

type SectionField = Exclude<FieldId, 'days' | 'text'>

const sections = fieldIds.filter((id): id is SectionField => id !== 'days' && id !== 'text')

/** Sections that are open at first: those that are used most. */
const openAtFirst: readonly SectionField[] = ['type', 'actor', 'place']

/** A section for each filter, except those on days and text: the timeline and the search box show these. */
export function FilterPanel() {
  // A facet that the data set lacks has no totals, is not paged, and has no section.
  const { totals, paged } = useDescription()
  return (
    <div className="filter-panel">
      {sections
        .filter((field) => !isFacetId(field) || totals[field] || paged?.includes(field))
        .map((field) => (
          <Section key={field} field={field}>
            <Control field={field} />
          </Section>
        ))}
    </div>
  )
}

function Control({ field }: { field: SectionField }) {
  switch (field) {
    case 'fatalities':
      return <FatalitiesFilter />
    case 'area':
      return <AreaFilter />
    case 'subtype':
      return <SubtypeLists />
    case 'actor':
      return (
        <>
          <FacetList facet="actor" />
          <ActorMatch />
        </>
      )
    default:
      return <FacetList facet={field} />
  }
}

function Section({ field, children }: { field: SectionField; children: ReactNode }) {
  const { filters: words } = useMessages()
  const act = useAct()
  const id = useId()
  const [isOpen, setOpen] = useState(openAtFirst.includes(field))
  const isActive = useView((view) => isFiltered(view.filters, field))
  const name = words.field[field]
  return (
    <section className="filter-section">
      <div className="filter-section__head">
        <h2>
          <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            <span className="filter-section__arrow" aria-hidden="true" />
            <span>{name}</span>
          </button>
        </h2>
        {isActive && (
          <Button kind="quiet" onClick={() => act(clearField(field))}>
            {words.clearOf(name)}
          </Button>
        )}
      </div>
      <div id={id} className="filter-section__body">
        {isOpen && children}
      </div>
    </section>
  )
}

/** The sub-event types, in one list for each event type; below them `not-stated`, where an incident has it. */
function SubtypeLists() {
  const { filters: words, vocabulary } = useMessages()
  return eventTypes.map((type) => {
    const list = <FacetList key={type} facet="subtype" within={type} />
    if (type === NOT_STATED) return list
    return (
      <div key={type} role="group" aria-label={words.subEventsOf(vocabulary.type[type])}>
        <p className="filter-section__group">{vocabulary.type[type]}</p>
        {list}
      </div>
    )
  })
}

/**
 * The choice between any of the included actors and all in the same incident; shown from two actors on, below the list,
 * so that no row moves.
 */
function ActorMatch() {
  const { filters: words } = useMessages()
  const act = useAct()
  const { include, all } = useView((view) => view.filters.actor)
  const name = useId()
  if (include.length < 2) return null
  return (
    <fieldset className="actor-match">
      <legend>{words.match}</legend>
      {[false, true].map((each) => (
        <label key={String(each)}>
          <input type="radio" name={name} checked={all === each} onChange={() => act(setAllActors(each))} />
          <span>{each ? words.matchAll : words.matchAny}</span>
        </label>
      ))}
    </fieldset>
  )
}
