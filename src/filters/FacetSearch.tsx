import { useId } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'

/** The field that searches within the values of one facet. @param name of the facet */
export function FacetSearch({
  name,
  value,
  onNear,
  onChange,
}: {
  name: string
  value: string
  /** Called when the field is hovered or focused, as typing may follow. */
  onNear?: () => void
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
