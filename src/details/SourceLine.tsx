import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { useLanguageName } from '../i18n/useText.ts'
import type { SourceReport } from '../incidents/incident.ts'
import { parseDay } from '../incidents/day.ts'
import { ExternalLink } from './ExternalLink.tsx'
import { goToSource } from './sourceAnchor.ts'

/** In which source it stands: publisher, language, date, link; the publisher leads to the source's entry. */
export function SourceLine({ source }: { source: SourceReport }) {
  const { details: words } = useMessages()
  const languageName = useLanguageName()
  return (
    <p className="source-line">
      <button
        type="button"
        className="source-line__publisher"
        title={words.goToSource(source.publisher)}
        onClick={() => goToSource(source.id)}
      >
        <bdi>{source.publisher}</bdi>
      </button>{' '}
      · {languageName(source.lang)} · <PublishedDay day={source.published} /> ·{' '}
      <ExternalLink url={source.url} />
    </p>
  )
}

/** The day in words, or that none is given. */
export function PublishedDay({ day }: { day: string | undefined }) {
  const { details: words } = useMessages()
  const language = useLanguage()
  const parsed = day === undefined ? undefined : parseDay(day)
  return <>{parsed === undefined ? words.noDate : formatDay(language, parsed, 'dayShort')}</>
}
