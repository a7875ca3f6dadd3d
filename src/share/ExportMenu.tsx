import { useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { ExportDialog } from './laterExport.ts'

/** Opens the dialog that saves the incidents which pass the filters. */
export function ExportMenu() {
  const { app } = useMessages()
  const [dialog, setDialog] = useState<'never opened' | 'open' | 'closed'>('never opened')
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setDialog('open')}>
        {app.export}
      </Button>
      {/* Stays mounted, so that an export goes on while its dialog is closed. */}
      {dialog !== 'never opened' && (
        <ExportDialog isOpen={dialog === 'open'} onClose={() => setDialog('closed')} />
      )}
    </>
  )
}
