import { useRef, useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'

/** A text to take along: a button copies it; where the clipboard is closed it is selected to be copied by hand. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const { details: words } = useMessages()
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      field.current?.select()
      setSaid(words.copyFailed)
    }
  }
  return (
    <div className="copy-text">
      <label>
        <span>{label}</span>
        <textarea
          ref={field}
          readOnly
          rows={2}
          dir="ltr"
          value={text}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <Button onClick={() => void copy()}>{words.copy}</Button>
      <span role="status">{said}</span>
    </div>
  )
}
