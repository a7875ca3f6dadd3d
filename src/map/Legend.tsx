import { useState, type ComponentType } from 'react'
import { useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { toggleInclude } from '../view/acts.ts'
import { useAct, useView, useWantedFacet } from '../view/useView.ts'
import './Legend.css'

/** What the marks mean; its rows are the filter on event types. */
export function Legend() {
  const { map: words, vocabulary } = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { include, exclude } = useView((view) => view.filters.type)
  const { Signs, fetchSigns } = useSigns()
  const counts = useResult(({ result }) => result?.facets.type)
  useWantedFacet('type')
  return (
    <details className="legend" onToggle={({ currentTarget }) => currentTarget.open && fetchSigns()}>
      <summary>{words.legend}</summary>
      <ul>
        {eventTypes.map((type, index) => {
          const isOut = exclude.includes(type) || (include.length > 0 && !include.includes(type))
          return (
            <li key={type}>
              <button
                type="button"
                className={`legend__row${isOut ? ' legend__row--out' : ''}`}
                aria-pressed={include.includes(type)}
                title={words.legendFilter(vocabulary.type[type])}
                onClick={() => act(toggleInclude('type', type))}
              >
                <TypeGlyph type={type} />
                <span>{vocabulary.type[type]}</span>
                <span className="legend__count">{formatNumber(language, counts?.[index] ?? 0)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {Signs && <Signs />}
    </details>
  )
}

/** The signs beside the event types, in a piece of its own; where it cannot be had, the next opening asks again. */
function useSigns(): { Signs: ComponentType | null; fetchSigns: () => void } {
  const [Signs, setSigns] = useState<ComponentType | null>(null)
  const fetchSigns = () => {
    import('./LegendSigns.tsx').then(
      ({ LegendSigns }) => setSigns(() => LegendSigns),
      () => setSigns(null),
    )
  }
  return { Signs, fetchSigns }
}
