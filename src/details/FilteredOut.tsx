import { useResult } from '../answers/useResult.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { localeOf } from '../i18n/plural.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { clearDimensions } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'

/** A notice that the open incident does not pass the filters: which ones, and a button that clears them. */
export function FilteredOut() {
  const { filters } = useMessages()
  const words = useDetailTexts()
  const language = useLanguage()
  const act = useAct()
  const fails = useResult(({ result }) => result?.open?.fails)
  if (!fails || fails.length === 0) return null
  const named = new Intl.ListFormat(localeOf[language]).format(fails.map((field) => filters.field[field]))
  return (
    <Notice
      kind="warn"
      title={words.filteredOut(named)}
      actions={<Button onClick={() => act(clearDimensions(fails))}>{words.clearThese}</Button>}
    />
  )
}
