import { foldText } from '../../incidents/foldText.ts'
import type { Law } from './law.ts'

/**
 * An incident is corroborated only by independent sources. Editions of one publisher count as one source, and so do
 * copies of one news agency's report.
 */
export const independentSources: Law = ({ status, sources }) => {
  const publishers = sources.map(({ publisher }) => publisher)
  // Where there is only one publisher, recordLaws.ts tells of it.
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
 * Whose report a publication is: the agencies named in `publisher`, written `Paper / AFP, Reuters` or `AFP via Paper`;
 * where none is named, the publisher itself. Text in brackets (an edition, or who is cited) is left out.
 */
export function originsOf(publisher: string): string[] {
  const [paper = publisher, agencies] = publisher.split(' / ')
  const [origin = paper] = paper.split(' via ')
  const names = (agencies ?? origin).split(',').map((name) => name.replaceAll(/\([^()]*\)/g, '').trim())
  return names.filter(Boolean)
}
