import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import type { Actor, Incident, Participation } from '../incidents/incident.ts'
import { NOT_STATED } from '../incidents/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { toggleInclude } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { Section } from './Section.tsx'
import { Text } from './Text.tsx'
import { useActor } from './useActor.ts'
import { Name } from '../ui/Name.tsx'
import './Participants.css'

/** The actors with their roles; a click on a name filters by that actor. */
export function Participants({ incident: { actors } }: { incident: Incident }) {
  const words = useDetailTexts()
  if (actors.length === 0) return null
  return (
    <Section title={words.who}>
      <ul className="participants">
        {actors.map(({ id, role }) => (
          <li key={`${id} ${role}`} className="participant">
            <Participant id={id} role={role} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Participant({ id, role }: Participation) {
  const actor = useActor(id)
  const words = useDetailTexts()
  const labels = useRecordVocabulary()
  const act = useAct()
  const name = usePickText()(actor?.name ?? {})
  const isIncluded = useView((view) => view.filters.actor.include.includes(id))
  const shown = name?.text ?? id
  return (
    <>
      <Button
        kind="quiet"
        className="participant__name"
        aria-pressed={isIncluded}
        title={words.filterActor(shown)}
        onClick={() => act(toggleInclude('actor', id))}
      >
        <Name of={name ?? id} />
      </Button>
      <span className="participant__role">{labels.role[role]}</span>
      {actor?.description && <Text of={actor.description} className="participant__description" />}
      {actor && <MoreOf actor={actor} />}
    </>
  )
}

/** The kind of the actor; its other names and a note are folded. */
function MoreOf({ actor: { kind, aliases, note } }: { actor: Actor }) {
  const { vocabulary } = useMessages()
  const words = useDetailTexts()
  const label = kind === NOT_STATED ? undefined : vocabulary.actorKind[kind]
  if (aliases.length === 0 && note === undefined) {
    return label && <p className="participant__more">{label}</p>
  }
  const folded = aliases.length > 0 ? words.aliases : words.note
  return (
    <details className="participant__more">
      <summary>{label ? `${label} · ${folded}` : folded}</summary>
      {aliases.length > 0 && (
        <ul className="participant__aliases">
          {aliases.map((alias) => (
            <li key={alias}>
              <Name of={alias} />
            </li>
          ))}
        </ul>
      )}
      {note !== undefined && <Text of={note} />}
    </details>
  )
}
