import { useMessages } from '../i18n/I18nProvider.tsx'
import { AboutDialog } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'
import { Welcome } from './Welcome.tsx'

/** The About dialog while it is open, and the card of a first visit, which leads to it. */
export function About({
  isOpen,
  onOpen,
  onClose,
}: {
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}) {
  const { app } = useMessages()
  return (
    <>
      {isOpen && (
        <PanelBoundary panel={app.about} onDismiss={onClose}>
          <AboutDialog onClose={onClose} />
        </PanelBoundary>
      )}
      <Welcome onAbout={onOpen} />
    </>
  )
}
