import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { useAsk } from './ownFiles.ts'

/** Opens the dialog in which files of the user are opened. */
export function OpenFile() {
  const { app } = useMessages()
  const ask = useAsk()
  return (
    <Button className="open-file" aria-haspopup="dialog" onClick={() => ask({ kind: 'begin' })}>
      {app.openFile}
    </Button>
  )
}
