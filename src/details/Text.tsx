import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { useLanguageName, usePickText } from '../i18n/useText.ts'
import type { TextOrTranslated } from '../incidents/incident.ts'
import { Space } from '../ui/Space.tsx'

/**
 * A text of the record with its language and writing direction, and the name of the language if it is not the
 * reader's. For a text without a stated language, the direction follows from its letters.
 */
export function Text({
  of,
  as: Tag = 'p',
  className,
}: {
  of: TextOrTranslated
  as?: 'p' | 'span' | 'h2' | 'bdi'
  className?: string
}) {
  const { common } = useMessages()
  const language = useLanguage()
  const languageName = useLanguageName()
  const pick = usePickText()
  if (typeof of === 'string') {
    return (
      <Tag className={className} dir="auto">
        {of}
      </Tag>
    )
  }
  const picked = pick(of)
  if (!picked) return null
  return (
    <Tag className={className} lang={picked.language} dir={picked.direction}>
      <span>{picked.text}</span>
      {picked.fallback && (
        <>
          <Space />
          <bdi className="text-language" lang={language}>
            {common.inLanguage(languageName(picked.language))}
          </bdi>
        </>
      )}
    </Tag>
  )
}
