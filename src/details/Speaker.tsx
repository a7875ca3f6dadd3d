import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { Claimant } from '../incidents/incident.ts'
import { Space } from '../ui/Space.tsx'
import { ActorName } from './ActorName.tsx'
import { Text } from './Text.tsx'
import { useActor } from './useActor.ts'
import './Speaker.css'

interface Props {
  who: Claimant
  /** Whether the words are only attributed to them, and not confirmed as theirs. */
  attributed?: boolean
}

/** The name of a claimant, and its description if it is an actor of the data set. */
export function Speaker({ who, attributed = false }: Props) {
  const words = useDetailTexts()
  const actor = useActor(who)
  return (
    <span className="speaker">
      {attributed && (
        <>
          <span className="speaker__attributed">{words.attributedTo}</span>
          <Space />
        </>
      )}
      <span className="speaker__name">
        <ActorName of={who} />
      </span>
      {actor?.description && (
        <>
          <Space />
          <Text of={actor.description} as="span" className="speaker__description" />
        </>
      )}
    </span>
  )
}
