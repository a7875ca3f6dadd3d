import { useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { PrintJob } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'

/** A button that prints the open incident, or the list with the map. Each click prepares it again. */
export function PrintCommand() {
  const { app: words } = useMessages()
  const [job, setJob] = useState(0)
  return (
    <>
      <Button onClick={() => setJob((before) => before + 1)}>{words.print}</Button>
      {job > 0 && (
        <PanelBoundary key={job} panel={words.print}>
          <PrintJob onEnd={() => setJob(0)} />
        </PanelBoundary>
      )}
    </>
  )
}
