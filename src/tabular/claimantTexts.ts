import type { Casualties, CasualtyCount, Claim, Claimant, SourceReport } from '../incidents/incident.ts'
import { sourceName } from '../incidents/sourceName.ts'
import { plainName } from './namesOf.ts'

/** Name of a claimant: `Names.speaker`. */
type NameOf = (claimant: Claimant) => string

/**
 * One entry of `casualties` as a sentence: claimant, group, numbers, the report's words, publishers. Such as
 * `Police: all: killed at least 2 "at least two killed" (Paper)`.
 * @param sources all sources of the incident
 */
export function casualtyText(
  { by, attributed, group, killed, wounded, killedOrWounded, said, sources: ids }: Casualties,
  sources: readonly SourceReport[],
  nameOf: NameOf,
): string {
  const counts = [
    killed && `killed ${countText(killed)}`,
    wounded && `wounded ${countText(wounded)}`,
    killedOrWounded && `killed or wounded ${countText(killedOrWounded)}`,
  ].filter(Boolean)
  const words = said && plainName(said)
  return [
    `${attributed ? 'attributed to ' : ''}${nameOf(by)}: ${textOf(group)}: ${counts.join(', ')}`,
    words && `"${words}"`,
    publishedIn(ids, sources),
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * One claim as a sentence: claimant, means, stance, matter, what is said, publishers. Such as
 * `Police (on television) denies [toll]: nobody was killed (Paper)`.
 * @param sources all sources of the incident
 */
export function claimText(
  { by, attributedTo, via, stance, matter, says, sources: ids }: Claim,
  sources: readonly SourceReport[],
  nameOf: NameOf,
): string {
  const who = attributedTo === undefined ? nameOf(by ?? '') : `attributed to ${nameOf(attributedTo)}`
  const how = via && plainName(via)
  return [
    `${who}${how ? ` (${how})` : ''} ${stance}${matter ? ` [${matter}]` : ''}: ${plainName(says) ?? ''}`,
    publishedIn(ids, sources),
  ]
    .filter(Boolean)
    .join(' ')
}

function publishedIn(ids: readonly string[], sources: readonly SourceReport[]): string {
  const names = ids.map((id) => {
    const source = sources.find((each) => each.id === id)
    return (source && sourceName(source)) || id
  })
  return names.length > 0 ? `(${names.join('; ')})` : ''
}

function textOf(text: Claimant): string {
  return typeof text === 'string' ? text : (plainName(text) ?? '')
}

function countText(count: CasualtyCount): string {
  if (typeof count === 'string') return count
  const { min, max } = count
  if (min === undefined) return `up to ${max}`
  if (max === undefined) return `at least ${min}`
  return min === max ? String(min) : `${min}-${max}`
}
