import type { SourceReport } from '../incidents/incident.ts'
import { SourceLink } from './SourceLink.tsx'

/**
 * Buttons that lead to the entries of some sources of an incident.
 * @param ids of those sources
 * @param sources all sources of the incident
 */
export function SourceLinks({ ids, sources }: { ids: readonly string[]; sources: readonly SourceReport[] }) {
  return (
    <>
      {sources.map(
        (source, index) =>
          ids.includes(source.id) && <SourceLink key={source.id} source={source} number={index + 1} />,
      )}
    </>
  )
}
