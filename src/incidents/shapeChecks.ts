import type { Translated } from './incident.ts'
import { languages } from './vocabulary.ts'

/*
 * Type guards for the few small structures that are read before the first view. They keep zod, which is needed only for
 * full records, out of what the page loads first.
 */

/** An object that is not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A string that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** A guard for arrays. @param is guard for each item */
export function isListOf<T>(is: (value: unknown) => value is T) {
  return (value: unknown): value is T[] => Array.isArray(value) && value.every(is)
}

/** A guard that also accepts undefined. @param is guard for any other value */
export function isOptional<T>(is: (value: unknown) => value is T) {
  return (value: unknown): value is T | undefined => value === undefined || is(value)
}

/** An object with a text in any of the languages, or in none. */
export function isTranslated(value: unknown): value is Translated {
  return isRecord(value) && languages.every((language) => isOptional(isText)(value[language]))
}
