import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import type { Casualties, Incident } from '../incidents/incident.ts'
import { tollOf } from '../incidents/toll.ts'
import type { Matter } from '../incidents/vocabulary.ts'
import { Space } from '../ui/Space.tsx'
import { TollLine } from '../ui/TollLine.tsx'
import { ActorName } from './ActorName.tsx'
import { goToAnchor, matterAnchor } from './anchors.ts'
import { GroupName } from './GroupName.tsx'
import { Text } from './Text.tsx'
import { useFigureText } from './useFigureText.ts'
import './InShort.css'

/** A summary of what a reader asks first: whether anyone died and who says so, and what is disputed. */
export function InShort({ incident }: { incident: Incident }) {
  const words = useDetailTexts()
  const { casualties = [], disputed = [] } = incident
  const onDeaths = casualties.filter((entry) => (entry.killed ?? entry.killedOrWounded) !== undefined)
  return (
    <dl className="in-short" aria-label={words.inShort}>
      <dt>{words.deaths}</dt>
      <dd>
        {onDeaths.length === 0 ? (
          <span>{words.noDeaths}</span>
        ) : (
          <TollLine of={tollOf(casualties, 'killed')} />
        )}
        {onDeaths.length > 0 && (
          <ul className="in-short__said">
            {onDeaths.map((entry) => (
              <li key={JSON.stringify(entry)}>
                <SaidOfDeaths entry={entry} />
              </li>
            ))}
          </ul>
        )}
      </dd>
      {disputed.length > 0 && (
        <>
          <dt>{words.disputedOn}</dt>
          <dd>
            <ul className="in-short__matters">
              {disputed.map((matter) => (
                <li key={matter}>
                  <MatterLink matter={matter} incident={incident} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}

/** What one claimant says of the dead, in words or figures. */
function SaidOfDeaths({ entry }: { entry: Casualties }) {
  const words = useDetailTexts()
  const figureText = useFigureText()
  const { by, attributed, group, killed, killedOrWounded, said } = entry
  return (
    <>
      {attributed && (
        <>
          <span>{words.attributedTo}</span>
          <Space />
        </>
      )}
      <span className="in-short__by">
        <ActorName of={by} />
      </span>
      <Space />
      {said ? (
        <Text of={said} as="span" />
      ) : (
        <>
          <span>{figureText(killed ?? killedOrWounded)}</span>
          <Space />
          <span className="in-short__group">
            <GroupName of={group} />
          </span>
        </>
      )}
    </>
  )
}

/** A disputed matter; a button that leads to its claims, if there are any. */
function MatterLink({ matter, incident }: { matter: Matter; incident: Incident }) {
  const labels = useRecordVocabulary()
  const hasClaims = incident.claims?.some((claim) => claim.matter === matter) === true
  if (!hasClaims) return <span>{labels.matter[matter]}</span>
  return (
    <button type="button" className="text-button" onClick={() => goToAnchor(matterAnchor(matter))}>
      {labels.matter[matter]}
    </button>
  )
}
