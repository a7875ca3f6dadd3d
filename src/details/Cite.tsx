import { useState } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { localeOf } from '../i18n/plural.ts'
import { usePickText } from '../i18n/useText.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { formatIsoDay } from '../incidents/day.ts'
import type { Incident } from '../incidents/incident.ts'
import { localDay } from '../incidents/localDay.ts'
import { useView } from '../view/useView.ts'
import { defaultView } from '../view/view.ts'
import { writeFragment } from '../view/url/writeFragment.ts'
import { citationOf } from './citation.ts'
import { CiteFormats } from './CiteFormats.tsx'
import { CopyText } from './CopyText.tsx'
import { Section } from './Section.tsx'

/** A permanent link to this incident, and its citation. */
export function Cite({ incident }: { incident: Incident }) {
  const words = useDetailTexts()
  const { about } = useDescription()
  const language = useLanguage()
  const chosen = useView((view) => view.language)
  const data = useView((view) => view.data)
  const pick = usePickText()
  const picked = pick(incident.title)
  const title = picked?.text ?? incident.id
  const fragment = writeFragment({ ...defaultView, incident: incident.id, language: chosen, data })
  const permalink = `${location.origin}${location.pathname}#${fragment}`
  // The day of access is the reader's own, in their time zone.
  const [now] = useState(() => Date.now())
  const today = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long' }).format(now)
  return (
    <Section title={words.cite}>
      <CopyText label={words.permalink} text={permalink} rows={2} direction="ltr" />
      <CopyText
        label={words.citation}
        text={citationOf(about, title, incident.id, permalink, words.accessed(today))}
        rows={5}
        direction="auto"
      />
      <CiteFormats
        cited={{
          id: incident.id,
          title,
          dataset: pick(about.title)?.text ?? '',
          publisher: about.publisher,
          language: picked?.language ?? language,
          updated: about.updated,
          accessed: formatIsoDay(localDay(new Date(now))),
          url: permalink,
        }}
      />
    </Section>
  )
}
