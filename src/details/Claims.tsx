import { useMessages } from '../i18n/I18nProvider.tsx'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import type { Incident } from '../incidents/incident.ts'
import { claimAnchor, matterAnchor } from './anchors.ts'
import { claimGroups, type Statement } from './claimGroups.ts'
import { Section } from './Section.tsx'
import { SourceLine } from './SourceLine.tsx'
import { Speaker } from './Speaker.tsx'
import { StanceSign } from './StanceSign.tsx'
import { Text } from './Text.tsx'
import { Space } from '../ui/Space.tsx'
import './Claims.css'

/** What each side says, by matter: who says what, with which stance, in which sources. */
export function Claims({ incident }: { incident: Incident }) {
  const { vocabulary } = useMessages()
  const words = useDetailTexts()
  const labels = useRecordVocabulary()
  const groups = claimGroups(incident)
  return (
    <Section title={words.claims} count={incident.claims?.length ?? 0}>
      {groups.length === 0 && <p className="incident-section__none">{words.noClaims}</p>}
      {groups.map(({ matter, isDisputed, statements }) => (
        <div key={matter ?? ''} className="claims">
          {(groups.length > 1 || matter) && (
            <h4 className="claims__matter" id={matter && matterAnchor(matter)} tabIndex={-1}>
              <span>{matter ? labels.matter[matter] : words.otherClaims}</span>
              <Space />
              {isDisputed && <span className="claims__disputed">{vocabulary.status.disputed}</span>}
            </h4>
          )}
          <ul className="claims__list">
            {statements.map((statement) => (
              <li key={statement.says[0]} className={`claim claim--${statement.claim.stance}`}>
                <ClaimCard statement={statement} incident={incident} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function ClaimCard({ statement, incident }: { statement: Statement; incident: Incident }) {
  const labels = useRecordVocabulary()
  const { claim, says } = statement
  const { claims = [], sources } = incident
  return (
    <>
      <p className="claim__stance">
        <StanceSign stance={claim.stance} />
        <span>{labels.stance[claim.stance]}</span>
      </p>
      <p className="claim__by">
        <Speaker who={claim.by ?? claim.attributedTo ?? ''} attributed={claim.by === undefined} />
      </p>
      {claim.via && <Text of={claim.via} className="claim__via" />}
      <ul className={says.length > 1 ? 'claim__says claim__says--several' : 'claim__says'}>
        {says.map((index) => (
          <li key={index} id={claimAnchor(index)} tabIndex={-1}>
            <Text of={claims[index]?.says ?? {}} as="span" />
          </li>
        ))}
      </ul>
      <div className="claim__sources">
        {sources.map(
          (source, index) =>
            claim.sources.includes(source.id) && (
              <SourceLine key={source.id} source={source} number={index + 1} />
            ),
        )}
      </div>
    </>
  )
}
