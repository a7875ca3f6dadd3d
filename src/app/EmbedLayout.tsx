import { useState } from 'react'
import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { ResultCount } from '../filters/ResultCount.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Legend } from '../map/Legend.tsx'
import { Button } from '../ui/Button.tsx'
import { useScreen, useSetScreen, useView } from '../view/useView.ts'
import { writeFragment } from '../view/url/writeFragment.ts'
import { EmbedList } from './EmbedList.tsx'
import { OpenIncident } from './OpenIncident.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { TimelinePane } from './TimelinePane.tsx'
import './EmbedLayout.css'

/**
 * The layout within another page: map, timeline, active filters, and a link to the whole page. The list and the
 * open incident are shown when asked for.
 */
export function EmbedLayout() {
  const { app } = useMessages()
  const view = useView((each) => each)
  const { isListOpen, setListOpen } = useList()
  return (
    <>
      <div className="embed">
        <header className="embed__head">
          <div className="embed__bar">
            <ResultCount />
            <Button aria-expanded={isListOpen} onClick={() => setListOpen(!isListOpen)}>
              {app.list}
            </Button>
            <a href={`#${writeFragment({ ...view, embed: false })}`} target="_blank" rel="noopener">
              {app.openWhole}
            </a>
          </div>
          <ActiveFilters />
          <Legend />
        </header>
        {(isListOpen || view.incident !== null) && (
          <main className="embed__panel panel">
            <PanelBoundary panel={app.results}>
              {view.incident === null ? <EmbedList onClose={() => setListOpen(false)} /> : <OpenIncident />}
            </PanelBoundary>
          </main>
        )}
      </div>
      <TimelinePane className="workspace__timeline" />
    </>
  )
}

/** Whether the list is open: by its button, or because the map asks for the incidents of a cell. */
function useList() {
  const selectedCell = useScreen((screen) => screen.selectedCell)
  const setScreen = useSetScreen()
  const [isListOpen, setOpen] = useState(false)
  const [seen, setSeen] = useState(selectedCell)
  if (seen !== selectedCell) {
    setSeen(selectedCell)
    if (selectedCell) setOpen(true)
  }
  const setListOpen = (open: boolean) => {
    setOpen(open)
    if (!open) setScreen({ selectedCell: null })
  }
  return { isListOpen, setListOpen }
}
