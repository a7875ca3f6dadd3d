import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { directionOf } from '../i18n/pickText.ts'
import { fields, type FacetId } from '../incidents/fields.ts'
import { NOT_STATED } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { chooseOnly, toggleExclude, toggleInclude } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { FacetValue, ValueState } from './facetValues.ts'

interface FacetRowProps {
  facet: FacetId
  value: FacetValue
  /** Levels of indentation, from 0. */
  depth: number
  /** Small text behind the name: what the value lies in, or the alias that the search matched. */
  detail?: string | undefined
  /** In a tree: whether the children are shown, null where there are none; and what shows or hides them. */
  branch?: Branch
  count: number
  /** Largest count among the rows shown, at least 1: the bar of a row with this count has the full width. */
  most: number
  state: ValueState
}

interface Branch {
  isOpen: boolean | null
  toggle: () => void
}

/**
 * One value of a facet, with its count, a checkbox that includes it, and buttons that include it alone or exclude it. The
 * height of the row does not depend on its state or count, or on whether the pointer is over it.
 */
export function FacetRowView({ facet, value, depth, detail, branch, count, most, state }: FacetRowProps) {
  const language = useLanguage()
  const act = useAct()
  const { id, name, note, type } = value
  return (
    <div
      className={`facet-row facet-row--${state}${count === 0 ? ' facet-row--none' : ''}`}
      style={{ paddingInlineStart: `${16 * depth}px` }}
    >
      {branch && <BranchButton name={name} branch={branch} />}
      <label className="facet-row__label" title={note}>
        <input
          type="checkbox"
          checked={state === 'included'}
          onChange={() => act(toggleInclude(facet, id))}
        />
        {type && <TypeGlyph type={type} size={14} />}
        <ValueName facet={facet} value={value} detail={detail} isExcluded={state === 'excluded'} />
        <span className="facet-row__count">{formatNumber(language, count)}</span>
      </label>
      <RowTools facet={facet} value={value} isExcluded={state === 'excluded'} />
      <span className="facet-row__bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
    </div>
  )
}

function BranchButton({ name, branch: { isOpen, toggle } }: { name: string; branch: Branch }) {
  const { filters: words } = useMessages()
  return (
    <span className="facet-row__branch">
      {isOpen !== null && (
        <button type="button" aria-expanded={isOpen} aria-label={words.within(name)} onClick={toggle}>
          <span className="facet-row__arrow" aria-hidden="true" />
        </button>
      )}
    </span>
  )
}

interface ValueNameProps {
  facet: FacetId
  value: FacetValue
  detail: string | undefined
  isExcluded: boolean
}

function ValueName({ facet, value: { name, lang, kind }, detail, isExcluded }: ValueNameProps) {
  const { filters: words, vocabulary } = useMessages()
  // Labels of a vocabulary may be translated by the browser; names and tags of the data must not be.
  const isLabel = 'vocabulary' in fields[facet]
  return (
    <span className="facet-row__text">
      <bdi
        className="facet-row__name"
        translate={isLabel ? undefined : 'no'}
        lang={lang === 'und' ? undefined : lang}
        dir={lang === 'und' ? 'auto' : directionOf(lang)}
      >
        {name}
      </bdi>
      {isExcluded && <VisuallyHidden>{words.excluded}</VisuallyHidden>}
      {detail !== undefined && <bdi className="facet-row__small">{detail}</bdi>}
      {kind && kind !== NOT_STATED && <span className="facet-row__small">{vocabulary.actorKind[kind]}</span>}
    </span>
  )
}

function RowTools({ facet, value, isExcluded }: { facet: FacetId; value: FacetValue; isExcluded: boolean }) {
  const { filters: words } = useMessages()
  const act = useAct()
  const { id, name } = value
  return (
    <span className="facet-row__tools">
      <button type="button" aria-label={words.onlyThis(name)} onClick={() => act(chooseOnly(facet, id))}>
        {words.only}
      </button>
      <button
        type="button"
        aria-label={words.excludeThis(name)}
        aria-pressed={isExcluded}
        onClick={() => act(toggleExclude(facet, id))}
      >
        {words.exclude}
      </button>
    </span>
  )
}
