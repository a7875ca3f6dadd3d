import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Search, X } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { readSearch, unsupportedCommands } from '../query/searchText.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { setText } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { MAX_TEXT } from '../view/view.ts'
import { useIndexed } from './useIndexed.ts'
import './SearchBox.css'

/**
 * The text search, in all languages at once; a pasted URL finds the incidents that cite it.
 * @param wanted whether the field takes the focus when it is mounted
 */
export function SearchBox({ wanted = false }: { wanted?: boolean }) {
  const { filters: words, common } = useMessages()
  const act = useAct()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const text = useView((view) => view.filters.text)
  const hint = useHint(text)
  // `/` focuses the field from anywhere outside a text field.
  useShortcuts({ '/': () => field.current?.focus() })
  const [cameWanted] = useState(wanted)
  useEffect(() => {
    if (cameWanted) field.current?.focus()
  }, [cameWanted])
  const clear = () => {
    act(setText(''))
    field.current?.focus()
  }
  return (
    <search className={`search-box${hint.isUsual ? '' : ' search-box--telling'}`}>
      <label htmlFor={id}>
        <VisuallyHidden>{words.search}</VisuallyHidden>
      </label>
      <div className="search-box__row">
        <Icon of={Search} className="search-box__picture" />
        <input
          ref={field}
          id={id}
          className="search-box__field"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={MAX_TEXT}
          placeholder={words.searchPlaceholder}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => act(setText(event.target.value))}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
            event.stopPropagation()
            // The first Escape clears the text, the second leaves the field; only a third reaches other handlers.
            if (text === '') field.current?.blur()
            else clear()
          }}
        />
        {text !== '' && (
          <IconButton
            icon={X}
            kind="quiet"
            className="search-box__clear"
            name={common.clear}
            onClick={clear}
          />
        )}
      </div>
      <p id={`${id}-hint`} className="search-box__hint">
        {hint.text}
      </p>
    </search>
  )
}

/**
 * The line below the field: how to search, which is the usual text, or what the present search does and how far it
 * is.
 */
function useHint(text: string): { text: ReactNode; isUsual: boolean } {
  const telling = useTelling(text)
  const { filters: words } = useMessages()
  return telling === undefined
    ? { text: words.searchHint, isUsual: true }
    : { text: telling, isUsual: telling === null }
}

/** What there is to say of the present search; undefined for nothing, and `null` for nothing yet. */
function useTelling(text: string): ReactNode {
  const { filters: words } = useMessages()
  const pending = useResult(({ result }) => result?.textPending ?? false)
  const indexed = useIndexed()
  const commands = unsupportedCommands(text)
  const told = useTold()
  const found = useResult(({ result, query }) =>
    query?.filters.text === text ? result?.textMatches : undefined,
  )
  if (commands.length > 0) return words.notACommand(commands)
  if (indexed === 'failed') return words.searchNamesOnly
  if (pending) return words.searchPending(indexed)
  if (readSearch(text).kind === 'address')
    return found === undefined ? null : told((tell) => words.citesAddress(tell(found)))
  return undefined
}
