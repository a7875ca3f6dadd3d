import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { Casualties as Entry, CasualtyCount, Incident, SourceReport } from '../incidents/incident.ts'
import { GroupName } from './GroupName.tsx'
import { Section } from './Section.tsx'
import { SourceLinks } from './SourceLinks.tsx'
import { Speaker } from './Speaker.tsx'
import { Text } from './Text.tsx'
import { useFigureText } from './useFigureText.ts'
import './Casualties.css'

/** Casualties as each claimant gives them: by group, in the report's words, never added up. */
export function Casualties({ incident }: { incident: Incident }) {
  const { casualties = [], sources } = incident
  const words = useDetailTexts()
  return (
    <Section title={words.casualties}>
      {casualties.length === 0 ? (
        <p className="incident-section__none">{words.noCasualties}</p>
      ) : (
        <>
          <p className="casualties__law">{words.overall}</p>
          <Table casualties={casualties} sources={sources} />
        </>
      )}
    </Section>
  )
}

function Table({ casualties, sources }: { casualties: readonly Entry[]; sources: readonly SourceReport[] }) {
  const words = useDetailTexts()
  return (
    <table className="casualties">
      <thead>
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.killed}</th>
          <th scope="col">{words.wounded}</th>
        </tr>
      </thead>
      {casualties.map((entry) => (
        <tbody key={JSON.stringify(entry)}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="casualties__by">
              <Speaker who={entry.by} attributed={entry.attributed === true} />
              <span className="casualties__sources">
                <SourceLinks ids={entry.sources} sources={sources} />
              </span>
            </th>
          </tr>
          <tr>
            <td>
              <GroupName of={entry.group} />
            </td>
            <Counts entry={entry} />
          </tr>
          {entry.said && (
            <tr>
              <td colSpan={3} className="casualties__words">
                <Text of={entry.said} className="casualties__said" />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  )
}

/** Killed and wounded in two columns, or in one if the report does not separate them. */
function Counts({ entry: { killed, wounded, killedOrWounded } }: { entry: Entry }) {
  const words = useDetailTexts()
  const isOne = killedOrWounded !== undefined && killed === undefined && wounded === undefined
  if (isOne) return <Count of={killedOrWounded} label={words.killedOrWounded} columns={2} />
  return (
    <>
      <Count of={killed} />
      <Count of={wounded} />
    </>
  )
}

function Count({
  of,
  label,
  columns = 1,
}: {
  of: CasualtyCount | undefined
  label?: string
  columns?: number
}) {
  const figureText = useFigureText()
  const isFigure = typeof of === 'object'
  return (
    <td colSpan={columns} className={isFigure ? 'casualties__figure' : 'casualties__none'}>
      {label !== undefined && <span className="casualties__label">{label}</span>}
      <span>{figureText(of)}</span>
    </td>
  )
}
