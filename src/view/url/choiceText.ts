import type { Choice } from '../../query/incidentQuery.ts'
import { invalid, value, type KeyReading } from './keyReading.ts'

const escapes: readonly [RegExp, string][] = [
  [/%/g, '%25'],
  [/,/g, '%2C'],
  [/^!/, '%21'],
]

/**
 * Writes a choice as `a,b,!c`, where a leading `!` excludes. A percent sign, a comma or a leading `!` of an id itself is
 * percent-encoded here, and a second time with the whole fragment: so it stays distinct from the separators even where
 * a program encodes these.
 */
export function writeChoice({ include, exclude }: Choice): string {
  return [...include.map(escapeId), ...exclude.map((id) => `!${escapeId(id)}`)].join(',')
}

function escapeId(id: string): string {
  return escapes.reduce((text, [character, escaped]) => text.replace(character, escaped), id)
}

function unescapeId(text: string): string {
  return text.replace(/%(25|2C|21)/g, (_, code: string) => ({ 25: '%', '2C': ',', 21: '!' })[code] ?? '')
}

/** The ids of some parts, without duplicates. */
function idsOf(parts: string[]): string[] {
  return [...new Set(parts.map(unescapeId))]
}

/**
 * Reads what `writeChoice` writes.
 * @param text percent-decoded once
 * @param known the ids of a closed vocabulary: others are dropped, and the reading is invalid with the rest as its value
 */
export function readChoice<Id extends string>(text: string, known?: readonly Id[]): KeyReading<Choice<Id>> {
  const parts = text.split(',').filter((part) => part !== '' && part !== '!')
  if (parts.length === 0) return invalid('empty')
  const isKnown = (id: string): id is Id => !known || (known as readonly string[]).includes(id)
  const include = idsOf(parts.filter((part) => !part.startsWith('!')))
  const exclude = idsOf(parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1)))
  const choice = { include: include.filter(isKnown), exclude: exclude.filter(isKnown) }
  const allKnown = choice.include.length === include.length && choice.exclude.length === exclude.length
  return allKnown ? value(choice) : invalid('unknown-value', choice)
}
