import { useState, type ReactNode } from 'react'
import { ExportDialog } from './laterExport.ts'

/** The dialog that saves the incidents which pass the filters; `dialog` has to be rendered. */
export function useExportDialog(): { dialog: ReactNode; open: () => void } {
  const [state, setState] = useState<'never opened' | 'open' | 'closed'>('never opened')
  return {
    // Stays mounted, so that an export goes on while its dialog is closed.
    dialog: state !== 'never opened' && (
      <ExportDialog isOpen={state === 'open'} onClose={() => setState('closed')} />
    ),
    open: () => setState('open'),
  }
}
