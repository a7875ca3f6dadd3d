import { useMessages } from '../i18n/I18nProvider.tsx'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { directionOf } from '../i18n/pickText.ts'
import type { FacetDimension } from '../query/incidentQuery.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { chooseOnly, toggleExclude, toggleInclude } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import type { FacetValue } from './facetValues.ts'

/** Facets whose values are words; those of the others are names and ids. */
const ofWords: readonly FacetDimension[] = ['type', 'subtype', 'status', 'precision']

/** One value: include it by its box, or take it alone, or leave it out. */
export function FacetRowView({
  facet,
  value,
  depth,
  alias,
  count,
  most,
  state,
}: {
  facet: FacetDimension
  value: FacetValue
  depth: 0 | 1
  alias: string | undefined
  count: number
  /** Largest count of the rows shown: the full width of the bar. */
  most: number
  state: 'included' | 'excluded' | 'free'
}) {
  const { filters: words, vocabulary } = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { id, name, lang, kind, note, type } = value
  const isWord = ofWords.includes(facet)
  return (
    <div
      className={`facet-row facet-row--${state} facet-row--depth-${depth}${count === 0 ? ' facet-row--none' : ''}`}
    >
      <label className="facet-row__label" title={note}>
        <input
          type="checkbox"
          checked={state === 'included'}
          onChange={() => act(toggleInclude(facet, id))}
        />
        {type && <TypeGlyph type={type} size={14} />}
        <span className="facet-row__text">
          <bdi
            className="facet-row__name"
            translate={isWord ? undefined : 'no'}
            lang={lang === 'und' ? undefined : lang}
            dir={lang === 'und' ? 'auto' : directionOf(lang)}
          >
            {name}
          </bdi>
          {state === 'excluded' && <span className="facet-row__mark">{`⊘ ${words.excluded}`}</span>}
          {alias !== undefined && <bdi className="facet-row__small">{words.alsoCalled(alias)}</bdi>}
          {kind && <span className="facet-row__small">{vocabulary.actorKind[kind]}</span>}
        </span>
        <span className="facet-row__count">{formatNumber(language, count)}</span>
      </label>
      <span className="facet-row__tools">
        <button type="button" aria-label={words.onlyThis(name)} onClick={() => act(chooseOnly(facet, id))}>
          {words.only}
        </button>
        <button
          type="button"
          aria-label={words.excludeThis(name)}
          aria-pressed={state === 'excluded'}
          onClick={() => act(toggleExclude(facet, id))}
        >
          {words.exclude}
        </button>
      </span>
      <span className="facet-row__bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
    </div>
  )
}
