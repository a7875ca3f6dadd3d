import { useDescription } from '../answers/useResult.ts'
import { formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'

/** Number of incidents and of sources, and the time that they cover. */
export function Coverage() {
  const { common } = useMessages()
  const language = useLanguage()
  const { incidents, sources, days } = useDescription()
  return (
    <p className="coverage">
      {[
        common.incidents(incidents),
        common.sources(sources),
        ...(days ? [formatDays(language, days.from, days.to, 'monthShort')] : []),
      ].join(' · ')}
    </p>
  )
}
