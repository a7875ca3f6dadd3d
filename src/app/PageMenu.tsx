import { useState } from 'react'
import { Menu } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useAsk } from '../importing/ownFiles.ts'
import { useExportDialog } from '../share/useExportDialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { About } from './About.tsx'
import { MenuPopover } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'
import { usePrinting } from './usePrinting.tsx'

/** The menu of what concerns the whole page, and what its entries open. */
export function PageMenu() {
  const { app } = useMessages()
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isAboutOpen, setAboutOpen] = useState(false)
  const exporting = useExportDialog()
  const printing = usePrinting()
  const ask = useAsk()
  const close = () => setOpen(false)
  /** Closes the menu first, so that the focus returns to its button when what it opens is closed. */
  const choose = (act: () => void) => () => {
    button?.focus()
    close()
    act()
  }
  return (
    <>
      <IconButton
        ref={setButton}
        icon={Menu}
        name={app.menu}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <PanelBoundary panel={app.menu} onDismiss={close}>
          <MenuPopover
            anchor={button}
            onClose={close}
            onOpenFile={choose(() => ask({ kind: 'begin' }))}
            onExport={choose(exporting.open)}
            onPrint={choose(printing.print)}
            onAbout={choose(() => setAboutOpen(true))}
          />
        </PanelBoundary>
      )}
      <About isOpen={isAboutOpen} onOpen={() => setAboutOpen(true)} onClose={() => setAboutOpen(false)} />
      {exporting.dialog}
      {printing.job}
    </>
  )
}
