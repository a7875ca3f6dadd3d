import type { Translated } from '../incidents/incident.ts'
import { useLanguage } from './I18nProvider.tsx'
import { localeOf } from './plural.ts'
import { pickText, type PickedText } from './pickText.ts'

/** Picks texts in the reader's language, with the fallbacks of pickText. */
export function usePickText(): (of: Translated) => PickedText | undefined {
  const language = useLanguage()
  return (of) => pickText(of, language)
}

/** Names a language (BCP 47) in the reader's own one; the tag itself if it has no name. */
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
