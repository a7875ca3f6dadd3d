import { useMessages } from '../i18n/I18nProvider.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import './CopyByHand.css'

/** Shows a link to be copied by hand, where the page may not use the clipboard. */
export function CopyByHand({ link, onClose }: { link: string; onClose: () => void }) {
  const { app } = useMessages()
  return (
    <Dialog title={app.copyLink} onClose={onClose}>
      <label className="copy-link__field">
        <span>{app.copyByHand}</span>
        <input readOnly dir="ltr" value={link} onFocus={(event) => event.target.select()} />
      </label>
    </Dialog>
  )
}
