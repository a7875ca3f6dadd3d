import { useState, type ReactNode } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { PrintJob } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'

/** Prints the open incident, or the list with the map; `job` has to be rendered. Each call prepares it again. */
export function usePrinting(): { job: ReactNode; print: () => void } {
  const { app } = useMessages()
  const [job, setJob] = useState(0)
  return {
    job: job > 0 && (
      <PanelBoundary key={job} panel={app.print}>
        <PrintJob onEnd={() => setJob(0)} />
      </PanelBoundary>
    ),
    print: () => setJob((before) => before + 1),
  }
}
