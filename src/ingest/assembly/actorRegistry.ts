import { foldText } from '../../incidents/foldText.ts'
import type { Actor, Translated } from '../../incidents/incident.ts'
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

/** Names as written whose actors are remembered. */
const REMEMBERED = 20_000

/** @param add called with each new actor; its kind is filled in later where only a later record states it */
export function createActors(add: (actor: Actor) => void): ActorRegistry {
  const byName = new Map<string, Actor>()
  /** By name as written. */
  const lately = new Map<string, Actor>()
  const ids = createFreeIds()
  const adopted = createAdoptedEntries<Actor>((id) => ids.take(id), adoptEntry)
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
      const written = anyText(name)
      let actor = lately.get(written)
      if (!actor) {
        actor = named(written.trim(), name)
        if (lately.size >= REMEMBERED) lately.clear()
        lately.set(written, actor)
      }
      if (actor.kind === 'not-stated' && kind !== undefined) actor.kind = kind
      return actor.id
    },
  }
  /** @param text the name in one language */
  function named(text: string, name: Translated): Actor {
    const key = keyOf(text)
    const known = byName.get(key)
    if (known) return known
    const actor: Actor = { id: ids.take(idOfName(text)), name, aliases: [], kind: 'not-stated' }
    byName.set(key, actor)
    add(actor)
    return actor
  }
}

function keyOf(name: string): string {
  return foldText(name) || name
}
