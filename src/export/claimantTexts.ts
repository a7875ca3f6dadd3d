import type { Casualties, CasualtyCount, Claim, Claimant, SourceReport } from '../incidents/incident.ts'
import { plainName } from './namesOf.ts'

type NameOf = (claimant: Claimant) => string

/** One entry of the casualties in plain words: who says it, of whom, how many, in which words, published where. */
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

/** One claim in plain words: who says it, by what way, how it stands to the incident, published where. */
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
  ].join(' ')
}

function publishedIn(ids: readonly string[], sources: readonly SourceReport[]): string {
  const publishers = ids.map((id) => sources.find((source) => source.id === id)?.publisher ?? id)
  return `(${publishers.join('; ')})`
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
