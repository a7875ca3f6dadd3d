import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useCopy } from './useCopy.ts'
import './CopyText.css'

/** A text to take along: a button copies it; where the clipboard is closed it is selected to be copied by hand. */
export function CopyText({
  label,
  text,
  rows,
  direction,
}: {
  label: string
  text: string
  rows: number
  direction: 'ltr' | 'auto'
}) {
  const words = useDetailTexts()
  const field = useRef<HTMLTextAreaElement>(null)
  const { said, copy } = useCopy(text, () => field.current?.select())
  return (
    <div className="copy-text">
      <label>
        <span>{label}</span>
        <textarea
          translate="no"
          ref={field}
          readOnly
          rows={rows}
          dir={direction}
          value={text}
          onFocus={(event) => event.target.select()}
        />
      </label>
      {/* A field shows on paper what is in view of it; this is all. */}
      <p className="copy-text__printed" dir={direction}>
        {text}
      </p>
      <p className="copy-text__act">
        <Button onClick={copy}>
          <span>{words.copy}</span>
          <VisuallyHidden>{`: ${label}`}</VisuallyHidden>
        </Button>
        <span role="status">{said}</span>
      </p>
    </div>
  )
}
