import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { parseDay } from '../incidents/day.ts'
import type { Incident, SourceReport } from '../incidents/incident.ts'
import { ActorName } from './ActorName.tsx'
import { claimAnchor, goToAnchor, sourceAnchor } from './anchors.ts'
import { ExternalLink } from './ExternalLink.tsx'
import { Section } from './Section.tsx'
import { LanguageAndDay } from './SourceLine.tsx'
import { Text } from './Text.tsx'
import { SourceName } from './SourceName.tsx'
import { Space } from '../ui/Space.tsx'
import './TextButton.css'
import './Sources.css'

/** All sources that report the incident. */
export function Sources({ incident }: { incident: Incident }) {
  const words = useDetailTexts()
  return (
    <Section title={words.sources} count={incident.sources.length}>
      {incident.sources.length === 0 && <p className="incident-section__none">{words.noSources}</p>}
      <ol className="sources">
        {incident.sources.map((source, index) => (
          <li key={source.id} id={sourceAnchor(source.id)} tabIndex={-1} className="source">
            <span className="source-number" aria-hidden="true">
              {index + 1}
            </span>
            <div className="source__body">
              <p>
                <strong>
                  <SourceName of={source} />
                </strong>
                <Space />
                <span className="source__when">
                  {source.publisher === '' && source.url !== undefined && (
                    <span>{`· ${words.noPublisher} `}</span>
                  )}
                  <span>· </span>
                  <LanguageAndDay source={source} />
                </span>
              </p>
              {source.note !== undefined && <Text of={source.note} className="source__note" />}
              <Links source={source} />
              <ClaimsFromHere incident={incident} sourceId={source.id} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Links({ source: { url, archived, seen, publisher, medium } }: { source: SourceReport }) {
  const words = useDetailTexts()
  const language = useLanguage()
  const day = seen === undefined ? undefined : parseDay(seen)
  return (
    <p className="source__links">
      <ExternalLink url={url} of={publisher} medium={medium} />
      {archived !== undefined && <ExternalLink url={archived} of={publisher} text={words.archived} />}
      {day !== undefined && <span>{words.seen(formatDay(language, day, 'dayShort'))}</span>}
    </p>
  )
}

/** Buttons that lead to the claims based on the source. */
function ClaimsFromHere({ incident, sourceId }: { incident: Incident; sourceId: string }) {
  const words = useDetailTexts()
  const resting = (incident.claims ?? []).flatMap(({ by, attributedTo, sources }, index) =>
    sources.includes(sourceId) ? [{ who: by ?? attributedTo ?? '', index }] : [],
  )
  if (resting.length === 0) return null
  return (
    <p className="source__claims">
      <span>{words.claimsFromHere(resting.length)}</span>
      {resting.map(({ who, index }) => (
        <button
          key={index}
          type="button"
          className="text-button"
          onClick={() => goToAnchor(claimAnchor(index))}
        >
          <ActorName of={who} />
        </button>
      ))}
    </p>
  )
}
