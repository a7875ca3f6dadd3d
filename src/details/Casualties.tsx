import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import type { Casualties as Entry, Incident, SourceReport } from '../incidents/incident.ts'
import { ActorName } from './ActorName.tsx'
import { figureOf, overall, type Figure } from './casualtyRanges.ts'
import { Section } from './Section.tsx'
import { SourceLink } from './SourceLink.tsx'
import './Casualties.css'

const counted = ['killed', 'wounded'] as const

/** Dead and wounded as each claimant gives them: ranges, by group, never added up. */
export function Casualties({ incident }: { incident: Incident }) {
  const casualties = incident.casualties ?? []
  const { details: words } = useMessages()
  const figureText = useFigureText()
  if (casualties.length === 0) {
    return (
      <Section title={words.casualties}>
        <p className="incident-section__none">{words.noCasualties}</p>
      </Section>
    )
  }
  return (
    <Section title={words.casualties}>
      <dl className="casualties__overall" aria-label={words.overall}>
        {counted.map((which) => (
          <div key={which}>
            <dt>{words[which]}</dt>
            <dd>{figureText(overall(casualties, which))}</dd>
          </div>
        ))}
      </dl>
      <p className="casualties__law">{words.overall}</p>
      <Table casualties={casualties} sources={incident.sources} />
    </Section>
  )
}

function Table({ casualties, sources }: { casualties: readonly Entry[]; sources: readonly SourceReport[] }) {
  const { details: words } = useMessages()
  const figureText = useFigureText()
  return (
    <table className="casualties">
      <thead>
        <tr>
          <th scope="col">{words.claimant}</th>
          <th scope="col">{words.group}</th>
          {counted.map((which) => (
            <th key={which} scope="col">
              {words[which]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {casualties.map((entry) => (
          <tr key={JSON.stringify(entry)}>
            <th scope="row">
              <Claimant entry={entry} sources={sources} />
            </th>
            <td>
              <bdi>{words.groups[entry.group] ?? entry.group}</bdi>
            </td>
            {counted.map((which) => (
              <td key={which} className={entry[which] ? 'casualties__figure' : 'casualties__none'}>
                {figureText(figureOf(entry[which]))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Claimant({ entry: { by, source }, sources }: { entry: Entry; sources: readonly SourceReport[] }) {
  const at = sources.findIndex(({ id }) => id === source)
  const named = sources[at]
  return (
    <>
      {by !== undefined && (
        <span className="casualties__by">
          <ActorName idOrName={by} />
        </span>
      )}
      {named && <SourceLink source={named} number={at + 1} />}
    </>
  )
}

function useFigureText(): (figure: Figure) => string {
  const { details: words } = useMessages()
  const language = useLanguage()
  return (figure) => {
    switch (figure.kind) {
      case 'notReported':
        return words.notReported
      case 'exactly':
        return formatNumber(language, figure.count)
      case 'between':
        return words.between(figure.min, figure.max)
      case 'atLeast':
        return words.atLeast(figure.min)
      case 'upTo':
        return words.upTo(figure.max)
    }
  }
}
