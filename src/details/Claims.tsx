import { useMessages } from '../i18n/I18nProvider.tsx'
import type { Claim, Incident, SourceReport } from '../incidents/incident.ts'
import { stances, type Stance } from '../incidents/vocabulary.ts'
import { ActorName } from './ActorName.tsx'
import { Section } from './Section.tsx'
import { SourceLine } from './SourceLine.tsx'
import { Text } from './Text.tsx'

const signs: Readonly<Record<Stance, string>> = { asserts: '✓', denies: '✕', disputes: '≠' }

/** What each side says, beside what the others say: who, what, which stance, in which source. */
export function Claims({ incident }: { incident: Incident }) {
  const { details: words, vocabulary } = useMessages()
  const claims = incident.claims ?? []
  return (
    <Section title={words.claims}>
      {claims.length === 0 && <p className="incident-section__none">{words.noClaims}</p>}
      {stances.map((stance) => {
        const taken = claims.filter((claim) => claim.stance === stance)
        if (taken.length === 0) return null
        return (
          <div key={stance} className={`claims claims--${stance}`}>
            <h4 className="claims__stance">
              <span aria-hidden="true">{signs[stance]}</span> {vocabulary.stance[stance]} ({taken.length})
            </h4>
            <ul className="claims__list">
              {taken.map((claim) => (
                <li key={`${claim.by} ${claim.source} ${claim.says.en ?? ''}`}>
                  <ClaimCard claim={claim} source={incident.sources.find(({ id }) => id === claim.source)} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}

function ClaimCard({ claim, source }: { claim: Claim; source: SourceReport | undefined }) {
  return (
    <figure className="claim">
      <figcaption className="claim__by">
        <ActorName idOrName={claim.by} />
      </figcaption>
      <Text of={claim.says} />
      {source && <SourceLine source={source} />}
    </figure>
  )
}
