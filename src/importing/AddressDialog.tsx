import { useState } from 'react'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AddressResult } from './AddressResult.tsx'
import { useAsk } from './ownFiles.ts'
import { readAddresses } from './readAddresses.ts'
import { useAddressLookUp } from './useAddressLookUp.ts'
import './AddressDialog.css'

/** Looks up a list of addresses of posts and articles: which of them do incidents of the open data set cite? */
export function AddressDialog() {
  const words = useImportingTexts()
  const ask = useAsk()
  const [text, setText] = useState('')
  const { state, lookUp } = useAddressLookUp()
  return (
    <Dialog title={words.addressesTitle} onClose={() => ask(null)}>
      <p>{words.addressesText}</p>
      <label className="address-check__field">
        <span>{words.addresses}</span>
        <textarea
          rows={8}
          dir="ltr"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Button
        kind="primary"
        disabled={text.trim() === '' || state.kind === 'looking'}
        onClick={() => lookUp(readAddresses(text))}
      >
        {words.lookUp}
      </Button>
      <p role="status">{state.kind === 'looking' && words.lookingUp}</p>
      {state.kind === 'failed' && <p role="alert">{words.lookUpFailed}</p>}
      {state.kind === 'found' && <AddressResult found={state.found} unread={state.unread} />}
    </Dialog>
  )
}
