import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { useLanguageName } from '../i18n/useText.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { SourceReport } from '../incidents/incident.ts'
import { parseDay } from '../incidents/day.ts'
import { ExternalLink } from './ExternalLink.tsx'
import { SourceLink } from './SourceLink.tsx'

/**
 * One source below a claim: publisher, language, date and link. The publisher leads to the source's entry.
 * @param number of that entry, from 1
 */
export function SourceLine({ source, number }: { source: SourceReport; number: number }) {
  return (
    <div className="source-line">
      <SourceLink source={source} number={number} />
      <p>
        <LanguageAndDay source={source} />
      </p>
      <p>
        <ExternalLink url={source.url} of={source.publisher} medium={source.medium} />
      </p>
    </div>
  )
}

/** The language of a source, where it is stated, and its date of publication or that none is given. */
export function LanguageAndDay({ source: { lang, published } }: { source: SourceReport }) {
  const words = useDetailTexts()
  const language = useLanguage()
  const languageName = useLanguageName()
  const day = published === undefined ? undefined : parseDay(published)
  return (
    <span>
      {[
        ...(lang === 'und' ? [] : [languageName(lang)]),
        day === undefined ? words.noDate : formatDay(language, day, 'dayShort'),
      ].join(' · ')}
    </span>
  )
}
