import { foldText } from '../../incidents/foldText.ts'
import type { Actor } from '../../incidents/incident.ts'
import type { Language } from '../../incidents/vocabulary.ts'
import type { RowActor } from '../rowIncident.ts'
import { createAdoptedEntries } from './adoptedEntries.ts'
import { createFreeIds } from './freeIds.ts'
import { idOfName } from './incidentId.ts'
import { anyText } from './texts.ts'

/** The actors that records name, each once. */
export interface ActorRegistry {
  /** Id of the actor with this name, however it is capitalized or accented; registers it where it is new. */
  idOf(actor: RowActor): string
  /**
   * Id of an actor that a file gives with an id of its own.
   * @param entries of the file, by their own ids; one that is missing is named by its id, in the language `lang`
   */
  adopt(id: string, entries: ReadonlyMap<string, Actor>, lang: Language): string
}

/** @param add called with each new actor; its kind is filled in later where only a later record states it */
export function createActors(add: (actor: Actor) => void): ActorRegistry {
  const byName = new Map<string, Actor>()
  const ids = createFreeIds()
  const adopted = createAdoptedEntries<Actor>((id) => ids.take(id).id, adoptEntry)
  function adoptEntry(actor: Actor): void {
    const text = anyText(actor.name).trim()
    const key = keyOf(text)
    if (!byName.has(key)) byName.set(key, actor)
    add(actor)
  }
  return {
    adopt: (id, entries, lang) =>
      entries.has(id)
        ? adopted.adopt(id, entries)
        : adopted.adopt(id, new Map([[id, { id, name: { [lang]: id }, aliases: [], kind: 'not-stated' }]])),
    idOf({ name, kind }) {
      const text = anyText(name).trim()
      const key = keyOf(text)
      const known = byName.get(key)
      if (known) {
        if (known.kind === 'not-stated' && kind !== undefined) known.kind = kind
        return known.id
      }
      const { id } = ids.take(idOfName(text))
      const actor: Actor = { id, name, aliases: [], kind: kind ?? 'not-stated' }
      byName.set(key, actor)
      add(actor)
      return id
    },
  }
}

function keyOf(name: string): string {
  return foldText(name) || name
}
