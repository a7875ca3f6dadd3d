import { NOT_STATED, type EventType, type SubEventType } from '../incidents/vocabulary.ts'
import type { Messages } from './en/en.ts'

/** An event type and a sub-event type. */
export interface Kind {
  type: EventType
  subtype: SubEventType
}

/** The sub-event type in words; the event type where no sub-event type is stated. */
export function kindText({ type, subtype }: Kind, { vocabulary }: Messages): string {
  return subtype === NOT_STATED ? vocabulary.type[type] : vocabulary.subtype[subtype]
}
