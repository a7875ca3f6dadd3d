import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from './Button.tsx'

/** Loads the page as it is published now. What is looked at stands in the address, so it stays. */
export function ReloadButton() {
  const { common } = useMessages()
  return (
    <Button kind="primary" onClick={() => location.reload()}>
      {common.reloadPage}
    </Button>
  )
}
