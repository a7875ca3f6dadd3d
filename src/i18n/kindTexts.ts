import { NOT_STATED } from '../incidents/vocabulary.ts'
import type { Messages } from './en/en.ts'
import type { Kind } from './kindText.ts'

/** The event type in words, and the sub-event type where one is stated: one or two texts. */
export function kindTexts({ type, subtype }: Kind, { vocabulary }: Messages): string[] {
  return subtype === NOT_STATED
    ? [vocabulary.type[type]]
    : [vocabulary.type[type], vocabulary.subtype[subtype]]
}
