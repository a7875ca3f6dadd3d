import { usePickText } from '../i18n/useText.ts'
import type { Claimant } from '../incidents/incident.ts'
import { Name } from '../ui/Name.tsx'
import { useActor } from './useActor.ts'

/**
 * The name of a claimant in the reader's language.
 * @param of id of an actor, or the name of a claimant that is no actor of the data set
 */
export function ActorName({ of }: { of: Claimant }) {
  const pick = usePickText()
  const actor = useActor(of)
  const translated = actor?.name ?? (typeof of === 'string' ? undefined : of)
  return <Name of={(translated && pick(translated)) ?? (typeof of === 'string' ? of : '')} />
}
