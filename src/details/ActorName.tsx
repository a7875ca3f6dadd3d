import { useDescription } from '../answers/useResult.ts'
import { usePickText } from '../i18n/useText.ts'
import { Name } from '../ui/Name.tsx'

/** Name of an actor in the reader's language; a claimant that is no actor of the data set is named as written. */
export function ActorName({ idOrName }: { idOrName: string }) {
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const actor = dictionaries.actors.find(({ id }) => id === idOrName)
  const name = actor && pick(actor.name)
  return <Name of={name ?? idOrName} />
}
