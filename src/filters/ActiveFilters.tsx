import { X } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { clearFilters } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { useActiveFilters } from './useActiveFilters.ts'
import './ActiveFilters.css'

/** The filters as a row of chips, each removed by a click, with a button that clears all. */
export function ActiveFilters() {
  const { filters: words } = useMessages()
  const act = useAct()
  const chips = useActiveFilters()
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
          <Icon of={X} />
        </button>
      ))}
      <Button kind="quiet" onClick={() => act(clearFilters)}>
        {words.clearAll}
      </Button>
    </div>
  )
}
