import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRef } from 'react'
import type { LngLat } from '../incidents/place.ts'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useCopy } from './useCopy.ts'

/** Latitude and longitude in decimal degrees, with a button that copies them. */
export function Coordinates({ position: [lng, lat] }: { position: LngLat }) {
  const words = useDetailTexts()
  const shown = useRef<HTMLSpanElement>(null)
  const text = `${lat}, ${lng}`
  const { said, copy } = useCopy(text, () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current)
  })
  return (
    <>
      <span ref={shown} className="facts__coordinates" translate="no" dir="ltr" title={words.coordinates}>
        {text}
      </span>
      <Button kind="quiet" onClick={copy}>
        <span>{words.copy}</span>
        <VisuallyHidden>{`: ${words.coordinates}`}</VisuallyHidden>
      </Button>
      <span role="status">{said}</span>
    </>
  )
}
