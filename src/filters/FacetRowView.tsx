import { useMessages } from '../i18n/I18nProvider.tsx'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { directionOf } from '../i18n/pickText.ts'
import type { FacetId } from '../incidents/fields.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { chooseOnly, toggleExclude, toggleInclude } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { FacetValue, ValueState } from './facetValues.ts'

/** Facets whose values are words; those of the others are names and ids. */
const ofWords: readonly FacetId[] = ['type', 'subtype', 'status', 'precision']

/**
 * One value: include it by its box, or take it alone, or leave it out. Its height is the same under the pointer or not,
 * chosen or not, whatever it counts.
 */
export function FacetRowView({
  facet,
  value,
  depth,
  small,
  branch,
  count,
  most,
  state,
}: {
  facet: FacetId
  value: FacetValue
  /** How many steps it stands in from the edge. */
  depth: number
  /** What is said of it in small letters behind its name. */
  small?: string | undefined
  /** Of a tree: whether what lies in it is shown, null where there is nothing; and what opens and closes it. */
  branch?: { isOpen: boolean | null; toggle: () => void }
  count: number
  /** Largest count of the rows shown: the full width of the bar. */
  most: number
  state: ValueState
}) {
  const { filters: words, vocabulary } = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { id, name, lang, kind, note, type } = value
  const isWord = ofWords.includes(facet)
  return (
    <div
      className={`facet-row facet-row--${state}${count === 0 ? ' facet-row--none' : ''}`}
      style={{ paddingInlineStart: `${16 * depth}px` }}
    >
      {branch && (
        <span className="facet-row__branch">
          {branch.isOpen !== null && (
            <button
              type="button"
              aria-expanded={branch.isOpen}
              aria-label={words.within(name)}
              onClick={branch.toggle}
            >
              <span className="facet-row__arrow" aria-hidden="true" />
            </button>
          )}
        </span>
      )}
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
          {state === 'excluded' && <VisuallyHidden>{words.excluded}</VisuallyHidden>}
          {small !== undefined && <bdi className="facet-row__small">{small}</bdi>}
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
