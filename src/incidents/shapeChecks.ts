import type { Translated } from './incident.ts'
import { languages } from './vocabulary.ts'

/*
 * Whether a value has a shape. For the few small structures that are read before the first view: the schema library
 * comes later, with the full records.
 */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

export function isListOf<T>(is: (value: unknown) => value is T) {
  return (value: unknown): value is T[] => Array.isArray(value) && value.every(is)
}

export function isOptional<T>(is: (value: unknown) => value is T) {
  return (value: unknown): value is T | undefined => value === undefined || is(value)
}

/** A text in any of the languages, or in none yet. */
export function isTranslated(value: unknown): value is Translated {
  return isRecord(value) && languages.every((language) => isOptional(isText)(value[language]))
}
