import { useEffect, useRef } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { kindTexts } from '../i18n/kindTexts.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import type { IncidentDetails } from '../query/incidentSource.ts'
import { isArea } from '../incidents/precision.ts'
import { Space } from '../ui/Space.tsx'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { AsInFile } from './AsInFile.tsx'
import { Casualties } from './Casualties.tsx'
import { Cite } from './Cite.tsx'
import { Claims } from './Claims.tsx'
import { InShort } from './InShort.tsx'
import { NotKnown } from './NotKnown.tsx'
import { Participants } from './Participants.tsx'
import { Related } from './Related.tsx'
import { Sources } from './Sources.tsx'
import { Tags } from './Tags.tsx'
import { Text } from './Text.tsx'
import { useOpenInPrint } from './useOpenInPrint.ts'
import { WhenAndWhere } from './WhenAndWhere.tsx'
import './IncidentPrint.css'

/** The full record of one incident. The focus goes to its title. */
export function IncidentPage({ details: { incident, summary, related } }: { details: IncidentDetails }) {
  const messages = useMessages()
  const { common, vocabulary } = messages
  const words = useDetailTexts()
  const labels = useRecordVocabulary()
  const heading = useRef<HTMLHeadingElement>(null)
  const page = useRef<HTMLDivElement>(null)
  useOpenInPrint(page)
  useEffect(() => {
    // Someone who steps from one incident to the next by the buttons keeps the focus on them.
    if (!document.activeElement?.closest('.incident-panel__bar'))
      heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={page} className="incident-page">
      <div className="incident-page__head">
        <p className="incident-page__type">
          <TypeGlyph type={incident.type} hollow={isArea(incident.place.precision)} size={18} />
          <span>{kindTexts(incident, messages).join(' · ')}</span>
        </p>
        <h2 ref={heading} tabIndex={-1} className="incident-page__title">
          {Object.keys(incident.title).length > 0 ? (
            <Text of={incident.title} as="span" />
          ) : (
            <span>{common.noTitle}</span>
          )}
        </h2>
        <p className="incident-page__status">
          <strong className={`status status--${incident.status}`}>
            {vocabulary.status[incident.status]}
          </strong>
          <Space />
          <span>{incident.sources.length > 0 ? labels.statusMeaning[incident.status] : words.noSources}</span>
        </p>
      </div>
      <InShort incident={incident} />
      <Text of={incident.summary} className="incident-page__summary" />
      <WhenAndWhere incident={incident} summary={summary} />
      <Claims incident={incident} />
      <Casualties incident={incident} />
      <Participants incident={incident} />
      <Sources incident={incident} />
      <NotKnown incident={incident} />
      <Related related={related} />
      <Tags incident={incident} />
      <AsInFile incident={incident} />
      <Cite incident={incident} />
    </div>
  )
}
