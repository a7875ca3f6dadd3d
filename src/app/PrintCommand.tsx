import { Printer } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { usePrinting } from './usePrinting.tsx'

/** A button that prints the open incident. */
export function PrintCommand() {
  const { app } = useMessages()
  const { job, print } = usePrinting()
  return (
    <>
      <IconButton icon={Printer} name={app.print} onClick={print} />
      {job}
    </>
  )
}
