import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { Button } from '../ui/Button.tsx'
import { useAsk } from './ownFiles.ts'

/** Leads to the look-up of addresses. */
export function AddressesLink() {
  const words = useImportingTexts()
  const ask = useAsk()
  return (
    <Button kind="quiet" className="addresses-link" onClick={() => ask({ kind: 'addresses' })}>
      {words.addressesLink}
    </Button>
  )
}
