import { Fragment } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { Space } from '../ui/Space.tsx'
import './Coverage.css'

/** Number of incidents and of sources, and the time that they cover. */
export function Coverage() {
  const { common } = useMessages()
  const language = useLanguage()
  const { incidents, sources, days } = useDescription()
  const parts = [
    common.incidents(incidents),
    common.sources(sources),
    ...(days ? [formatDays(language, days.from, days.to, 'monthShort')] : []),
  ]
  return (
    <p className="coverage">
      {parts.map((part, index) => (
        <Fragment key={part}>
          <span className="coverage__part">{index === 0 ? part : `· ${part}`}</span>
          <Space />
        </Fragment>
      ))}
    </p>
  )
}
