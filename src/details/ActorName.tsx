import { useDescription } from '../answers/useResult.ts'
import { usePickText } from '../i18n/useText.ts'
import type { Claimant } from '../incidents/incident.ts'
import { Name } from '../ui/Name.tsx'

/** Name of an actor in the reader's language; a claimant that is no actor of the data set is named as written. */
export function ActorName({ of }: { of: Claimant }) {
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const actor = dictionaries.actors.find(({ id }) => id === of)
  const translated = actor?.name ?? (typeof of === 'string' ? undefined : of)
  return <Name of={(translated && pick(translated)) ?? (typeof of === 'string' ? of : '')} />
}
