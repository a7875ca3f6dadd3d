import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import type { Incident } from '../incidents/incident.ts'
import { ActorName } from './ActorName.tsx'
import { figureOf, overall, type Figure } from './casualtyRanges.ts'
import { Section } from './Section.tsx'
import { goToSource } from './sourceAnchor.ts'

/** Dead and wounded as each claimant gives them: ranges, by group, never added up. */
export function Casualties({ incident }: { incident: Incident }) {
  const { sources } = incident
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
      <p className="casualties__overall">
        {words.killed}: <strong>{figureText(overall(casualties, 'killed'))}</strong> · {words.wounded}:{' '}
        <strong>{figureText(overall(casualties, 'wounded'))}</strong>
      </p>
      <div className="casualties__scroller">
        <table className="casualties">
          <thead>
            <tr>
              <th scope="col">{words.claimant}</th>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.killed}</th>
              <th scope="col">{words.wounded}</th>
            </tr>
          </thead>
          <tbody>
            {casualties.map(({ by, group, killed, wounded, source }) => (
              <tr key={`${source} ${group} ${by ?? ''} ${JSON.stringify([killed, wounded])}`}>
                <th scope="row">
                  {by && <ActorName idOrName={by} />}
                  <button type="button" className="source-line__publisher" onClick={() => goToSource(source)}>
                    <bdi>{sources.find(({ id }) => id === source)?.publisher ?? source}</bdi>
                  </button>
                </th>
                <td>
                  <bdi>{words.groups[group] ?? group}</bdi>
                </td>
                <td>{figureText(figureOf(killed))}</td>
                <td>{figureText(figureOf(wounded))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
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
