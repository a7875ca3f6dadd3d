import { foldText } from '../../incidents/foldText.ts'
import type { Law } from './law.ts'

/**
 * Corroborated is what independent sources report. Editions of one publisher, and copies of one agency's report, are
 * one source.
 */
export const independentSources: Law = ({ status, sources }) => {
  const publishers = sources.map(({ publisher }) => publisher)
  // Of one publisher alone, breachesOfLaws says so.
  if (status !== 'corroborated' || new Set(publishers).size < 2) return []
  const origins = publishers.map(originsOf)
  const shared = origins[0]?.find((origin) =>
    origins.every((others) => others.some((other) => foldText(other) === foldText(origin))),
  )
  if (shared === undefined) return []
  const message = `is corroborated, but all sources go back to "${shared}": write reported, or add a source that is independent of it`
  return [{ path: ['status'], message, severity: 'warning' }]
}

/**
 * Whose report it is: the agencies that the publisher's name gives, in one of the forms `Paper / AFP, Reuters` and
 * `AFP via Paper`, else the paper itself. What stands in brackets behind a name is its edition, or whom it cites.
 */
export function originsOf(publisher: string): string[] {
  const [paper = publisher, agencies] = publisher.split(' / ')
  const [origin = paper] = paper.split(' via ')
  const names = (agencies ?? origin).split(',').map((name) => name.replaceAll(/\([^()]*\)/g, '').trim())
  return names.filter(Boolean)
}
