import type { Translated } from '../incidents/incident.ts'
import { useLanguage } from './I18nProvider.tsx'
import { localeOf } from './plural.ts'
import { pickText, type PickedText } from './pickText.ts'

/** Picks texts in the reader's language. */
export function usePickText(): (of: Translated) => PickedText | undefined {
  const language = useLanguage()
  return (of) => pickText(of, language)
}

/** Names of languages (BCP 47) in the reader's own; the tag itself where there is none. */
export function useLanguageName(): (tag: string) => string {
  const locale = localeOf[useLanguage()]
  return (tag) => {
    try {
      return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
    } catch {
      return tag
    }
  }
}
