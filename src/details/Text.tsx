import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { useLanguageName, usePickText } from '../i18n/useText.ts'
import type { Translated } from '../incidents/incident.ts'
import { Space } from '../ui/Space.tsx'

/** A text of the record with its own language and direction; marked where it is not the reader's. */
export function Text({
  of,
  as: Tag = 'p',
  className,
}: {
  of: Translated
  as?: 'p' | 'span' | 'h2'
  className?: string
}) {
  const { common } = useMessages()
  const language = useLanguage()
  const languageName = useLanguageName()
  const picked = usePickText()(of)
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
