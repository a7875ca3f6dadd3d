import { useEffect, useRef } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import type { IncidentDetails } from '../query/incidentSource.ts'
import { isArea } from '../incidents/precision.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { Casualties } from './Casualties.tsx'
import { Cite } from './Cite.tsx'
import { Claims } from './Claims.tsx'
import { NotKnown } from './NotKnown.tsx'
import { Participants } from './Participants.tsx'
import { Related } from './Related.tsx'
import { Sources } from './Sources.tsx'
import { Tags } from './Tags.tsx'
import { Text } from './Text.tsx'
import { WhenAndWhere } from './WhenAndWhere.tsx'

/** All that is said of one incident, and who says it. */
export function IncidentPage({ details: { incident, summary, related } }: { details: IncidentDetails }) {
  const { vocabulary } = useMessages()
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="incident-page">
      <div ref={heading} tabIndex={-1} className="incident-page__head">
        <p className="incident-page__type">
          <TypeGlyph type={incident.type} hollow={isArea(incident.place.precision)} />
          {vocabulary.type[incident.type]} · {vocabulary.subtype[incident.subtype]}
        </p>
        <Text of={incident.title} as="h2" className="incident-page__title" />
        <p className={`incident-page__status status status--${incident.status}`}>
          <strong>{vocabulary.status[incident.status]}</strong>{' '}
          <span>{vocabulary.statusMeaning[incident.status]}</span>
        </p>
      </div>
      <WhenAndWhere incident={incident} summary={summary} />
      <Text of={incident.summary} className="incident-page__summary" />
      <Claims incident={incident} />
      <Casualties incident={incident} />
      <Participants incident={incident} />
      <Sources incident={incident} />
      <NotKnown incident={incident} />
      <Related related={related} />
      <Tags incident={incident} />
      <Cite incident={incident} />
    </div>
  )
}
