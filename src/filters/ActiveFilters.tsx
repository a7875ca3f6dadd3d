import { useDescription } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { clearFilters } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { describeFilters } from './describeFilters.ts'
import './ActiveFilters.css'

/** The filters as a row of chips, each removed by a click, with a button that clears all. */
export function ActiveFilters() {
  const messages = useMessages()
  const language = useLanguage()
  const act = useAct()
  const { dictionaries } = useDescription()
  const filters = useView((view) => view.filters)
  const chips = describeFilters(filters, dictionaries, messages, language)
  const { filters: words } = messages
  if (chips.length === 0) return null
  return (
    <div className="active-filters" role="group" aria-label={words.activeFilters}>
      {chips.map(({ key, text, remove, unknown }) => (
        <button
          key={key}
          type="button"
          className={`chip${unknown ? ' chip--unknown' : ''}`}
          title={unknown ? words.unknownMeaning : words.remove(text)}
          onClick={() => act(remove)}
        >
          <VisuallyHidden>{words.remove('')}</VisuallyHidden>
          <bdi>{text}</bdi>
          {unknown && <VisuallyHidden>{words.unknownMeaning}</VisuallyHidden>}
          <span aria-hidden="true">×</span>
        </button>
      ))}
      <Button kind="quiet" onClick={() => act(clearFilters)}>
        {words.clearAll}
      </Button>
    </div>
  )
}
