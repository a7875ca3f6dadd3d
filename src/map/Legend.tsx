import { useState, type ComponentType } from 'react'
import { useEventTypes } from '../answers/useEventTypes.ts'
import { useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { toggleInclude } from '../view/acts.ts'
import { useAct, useView, useWantedFacet } from '../view/useView.ts'
import './Legend.css'

/**
 * The event types with their shapes and counts; a click filters by one. Opened, it also explains the other
 * symbols.
 */
export function Legend() {
  const { legend, vocabulary } = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { include, exclude } = useView((view) => view.filters.type)
  const { Signs, fetchSigns } = useSigns()
  const types = useEventTypes()
  const counts = useResult(({ result }) => result?.facets.type)
  useWantedFacet('type')
  return (
    <details className="legend" onToggle={({ currentTarget }) => currentTarget.open && fetchSigns()}>
      <summary>{legend.name}</summary>
      <ul>
        {types.map((type) => {
          const isOut = exclude.includes(type) || (include.length > 0 && !include.includes(type))
          return (
            <li key={type}>
              <button
                type="button"
                className={`legend__row${isOut ? ' legend__row--out' : ''}`}
                aria-pressed={include.includes(type)}
                title={legend.showOnly(vocabulary.type[type])}
                onClick={() => act(toggleInclude('type', type))}
              >
                <TypeGlyph type={type} />
                <span>{vocabulary.type[type]}</span>
                <span className="legend__count">
                  {formatNumber(language, counts?.[eventTypes.indexOf(type)] ?? 0)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {Signs && <Signs />}
    </details>
  )
}

/**
 * The component that explains the symbols, whose code is fetched when the legend is first opened. After a
 * failed fetch the next opening tries again.
 */
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
