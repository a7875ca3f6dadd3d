import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from './Button.tsx'

/** A button that loads the latest version of the page. The view is in the address, so it stays. */
export function ReloadButton() {
  const { common } = useMessages()
  return (
    <Button kind="primary" onClick={() => location.reload()}>
      {common.reloadPage}
    </Button>
  )
}
