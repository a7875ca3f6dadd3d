import { useMessages } from '../i18n/I18nProvider.tsx'
import { TimelinePanel } from '../timeline/TimelinePanel.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'

/** The timeline as a landmark of the page. @param hidden keeps it mounted, so that it goes on playing */
export function TimelinePane({ className, hidden = false }: { className: string; hidden?: boolean }) {
  const { app } = useMessages()
  return (
    <section className={className} aria-label={app.timeline} hidden={hidden}>
      <PanelBoundary panel={app.timeline}>
        <TimelinePanel />
      </PanelBoundary>
    </section>
  )
}
