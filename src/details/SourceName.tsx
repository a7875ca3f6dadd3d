import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { SourceReport } from '../incidents/incident.ts'
import { sourceName } from '../incidents/sourceName.ts'
import { Name } from '../ui/Name.tsx'

/** The publisher of a source; the host of its URL where no publisher is named, and that none is where it has no URL. */
export function SourceName({ of }: { of: SourceReport }) {
  const words = useDetailTexts()
  const name = sourceName(of)
  return name === '' ? <span>{words.noPublisher}</span> : <Name of={name} />
}
