import { NOT_STATED, type EventType, type SubEventType } from '../incidents/vocabulary.ts'
import type { Messages } from './en/en.ts'

/** What the two functions name. */
interface Kind {
  type: EventType
  subtype: SubEventType
}

/** The sub-event type in words; the event type where no sub-event type is stated. */
export function kindText({ type, subtype }: Kind, { vocabulary }: Messages): string {
  return subtype === NOT_STATED ? vocabulary.type[type] : vocabulary.subtype[subtype]
}

/** The event type in words, and the sub-event type where one is stated: one or two texts. */
export function kindTexts({ type, subtype }: Kind, { vocabulary }: Messages): string[] {
  return subtype === NOT_STATED
    ? [vocabulary.type[type]]
    : [vocabulary.type[type], vocabulary.subtype[subtype]]
}
