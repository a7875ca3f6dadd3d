import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useCopy } from './useCopy.ts'
import './CopyText.css'

/**
 * A text with a button that copies it; if the clipboard is not available, the text is selected instead.
 * @param rows height of the field in lines
 */
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
      {/** On paper a field would show only the part that is in view; this is the whole text. */}
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
