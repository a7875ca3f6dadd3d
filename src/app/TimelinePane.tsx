import { useMessages } from '../i18n/I18nProvider.tsx'
import { TimelinePanel } from '../timeline/TimelinePanel.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import type { TimelineHeight } from '../timeline/timelineHeight.ts'

/**
 * The timeline as a landmark of the page.
 * @param hidden keeps it mounted, so that it goes on playing
 * @param onHeight called when the user asks for another height; without it the height is the usual one
 */
export function TimelinePane({
  className,
  hidden = false,
  height = 'usual',
  onHeight,
}: {
  className: string
  hidden?: boolean
  height?: TimelineHeight
  onHeight?: (height: TimelineHeight) => void
}) {
  const { app } = useMessages()
  return (
    <section className={className} aria-label={app.timeline} hidden={hidden}>
      <PanelBoundary panel={app.timeline}>
        <TimelinePanel height={height} onHeight={onHeight} />
      </PanelBoundary>
    </section>
  )
}
