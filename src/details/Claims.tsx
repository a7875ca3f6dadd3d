import { useMessages } from '../i18n/I18nProvider.tsx'
import type { Claim, Incident } from '../incidents/incident.ts'
import { stances } from '../incidents/vocabulary.ts'
import { ActorName } from './ActorName.tsx'
import { claimAnchor } from './anchors.ts'
import { Section } from './Section.tsx'
import { SourceLine } from './SourceLine.tsx'
import { StanceSign } from './StanceSign.tsx'
import { Text } from './Text.tsx'
import './Claims.css'

/** What each side says, beside what the others say: who, what, which stance, in which source. */
export function Claims({ incident }: { incident: Incident }) {
  const { details: words, vocabulary } = useMessages()
  const claims = (incident.claims ?? []).map((claim, index) => ({ claim, index }))
  return (
    <Section title={words.claims} count={claims.length}>
      {claims.length === 0 && <p className="incident-section__none">{words.noClaims}</p>}
      {stances.map((stance) => {
        const taken = claims.filter(({ claim }) => claim.stance === stance)
        if (taken.length === 0) return null
        return (
          <div key={stance} className={`claims claims--${stance}`}>
            <h4 className="claims__stance">
              <StanceSign stance={stance} />
              <span>{vocabulary.stance[stance]}</span>
            </h4>
            <ul className="claims__list">
              {taken.map(({ claim, index }) => (
                <li key={index} id={claimAnchor(index)} tabIndex={-1} className="claim">
                  <ClaimCard claim={claim} incident={incident} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}

function ClaimCard({ claim, incident: { sources } }: { claim: Claim; incident: Incident }) {
  const at = sources.findIndex(({ id }) => id === claim.source)
  const source = sources[at]
  return (
    <>
      <p className="claim__by">
        <ActorName idOrName={claim.by} />
      </p>
      <Text of={claim.says} className="claim__says" />
      {source && <SourceLine source={source} number={at + 1} />}
    </>
  )
}
