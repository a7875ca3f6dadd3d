import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { SourceReport } from '../incidents/incident.ts'
import { goToAnchor, sourceAnchor } from './anchors.ts'
import { sourceName } from '../incidents/sourceName.ts'
import { SourceName } from './SourceName.tsx'
import { Space } from '../ui/Space.tsx'
import './TextButton.css'
import './SourceLink.css'

/**
 * A button that leads to a source's entry on the page.
 * @param number of that entry, from 1
 */
export function SourceLink({ source, number }: { source: SourceReport; number: number }) {
  const words = useDetailTexts()
  return (
    <button
      type="button"
      className="text-button source-link"
      title={words.goToSource(sourceName(source) || words.noPublisher)}
      onClick={() => goToAnchor(sourceAnchor(source.id))}
    >
      <span className="source-number">{number}</span>
      <span className="source-link__name">
        <Space />
        <SourceName of={source} />
      </span>
    </button>
  )
}
