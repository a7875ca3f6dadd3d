import { useState } from 'react'
import { Menu } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useExportDialog } from '../share/useExportDialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Popover } from '../ui/Popover.tsx'
import { About } from './About.tsx'
import { MenuContent } from './laterParts.ts'
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
        className="top-bar__menu"
        icon={Menu}
        name={app.menu}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Popover anchor={button} label={app.menu} onClose={close}>
          <PanelBoundary panel={app.menu}>
            <MenuContent
              onExport={choose(exporting.open)}
              onPrint={choose(printing.print)}
              onAbout={choose(() => setAboutOpen(true))}
            />
          </PanelBoundary>
        </Popover>
      )}
      <About isOpen={isAboutOpen} onOpen={() => setAboutOpen(true)} onClose={() => setAboutOpen(false)} />
      {exporting.dialog}
      {printing.job}
    </>
  )
}
