import { useLayoutEffect, useRef } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import type { PrintedPicture } from './preparePrint.ts'

/** The map drawn for paper, with the sources of its basemap. */
export function PrintedMap({ picture }: { picture: PrintedPicture }) {
  const { app } = useMessages()
  const words = useMapTexts()
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (picture) frame.current?.replaceChildren(picture)
  }, [picture])
  if (picture === undefined) return null
  if (picture === null) return <p className="printed__no-map">{words.noWebglTitle}</p>
  return (
    <figure className="printed__map">
      <div ref={frame} role="img" aria-label={app.map} />
      <figcaption>{words.creditsText.join(' ')}</figcaption>
    </figure>
  )
}
