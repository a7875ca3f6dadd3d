import type { SourceReport } from '../incidents/incident.ts'
import { SourceLink } from './SourceLink.tsx'

/** The ways to the entries of some of an incident's sources. @param ids of those sources */
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
