import { useDescription } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import type { Incident } from '../incidents/incident.ts'
import { Button } from '../ui/Button.tsx'
import { toggleInclude } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { Section } from './Section.tsx'

/** Who takes part and in which role; a name filters by that actor. */
export function Participants({ incident: { actors } }: { incident: Incident }) {
  const { details: words, vocabulary } = useMessages()
  const act = useAct()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const included = useView((view) => view.filters.actor.include)
  return (
    <Section title={words.who}>
      <ul className="participants">
        {actors.map(({ id, role }) => {
          const actor = dictionaries.actors.find((each) => each.id === id)
          const name = actor && pick(actor.name)
          const shown = name?.text ?? id
          return (
            <li key={`${id} ${role}`}>
              <Button
                kind="quiet"
                className="participants__name"
                aria-pressed={included.includes(id)}
                title={words.filterActor(shown)}
                onClick={() => act(toggleInclude('actor', id))}
              >
                <bdi lang={name?.language}>{shown}</bdi>
              </Button>
              <span className="participants__role">{vocabulary.role[role]}</span>
              {actor && <span className="participants__kind">{vocabulary.actorKind[actor.kind]}</span>}
              {actor && (actor.note !== undefined || actor.aliases.length > 0) && (
                <details className="participants__more">
                  <summary>{words.aliases}</summary>
                  <p>
                    {actor.aliases.map((alias, index) => (
                      <span key={alias}>
                        {index > 0 && ' · '}
                        <bdi>{alias}</bdi>
                      </span>
                    ))}
                  </p>
                  {actor.note !== undefined && (
                    <p lang="en" dir="ltr">
                      {actor.note}
                    </p>
                  )}
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
