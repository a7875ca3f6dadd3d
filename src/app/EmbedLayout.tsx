import { ResultCount } from '../filters/ResultCount.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { TimelinePanel } from '../timeline/TimelinePanel.tsx'
import { useView } from '../view/useView.ts'
import { writeFragment } from '../view/url/writeFragment.ts'
import { IncidentPanel } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'
import './EmbedLayout.css'

/** Within another page: map, timeline and the open incident, and the way to the whole of it. */
export function EmbedLayout() {
  const { app } = useMessages()
  const view = useView((each) => each)
  return (
    <>
      <header className="embed__head">
        <ResultCount />
        <a href={`#${writeFragment({ ...view, embed: false })}`} target="_blank" rel="noopener">
          {app.openWhole}
        </a>
      </header>
      {view.incident !== null && (
        <main className="embed__incident panel">
          <PanelBoundary panel={app.results}>
            <IncidentPanel />
          </PanelBoundary>
        </main>
      )}
      <section className="workspace__timeline panel" aria-label={app.timeline}>
        <PanelBoundary panel={app.timeline}>
          <TimelinePanel />
        </PanelBoundary>
      </section>
    </>
  )
}
