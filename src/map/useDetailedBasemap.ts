import { useEffect, useState } from 'react'
import type { StyleSpecification } from 'maplibre-gl'
import { useView } from '../view/useView.ts'
import type { MapView } from './MapView.ts'

/** A basemap of another host that the publisher of the site offers. */
export interface DetailedBasemap {
  name: string
  styleUrl: string
  attribution: string
}

/**
 * Loads the detailed basemap once the view asks for it and the reader has agreed; a link alone never does.
 * @returns whether it failed
 */
export function useDetailedBasemap(view: MapView, { styleUrl }: DetailedBasemap, isAgreed: boolean): boolean {
  const isWanted = useView(({ basemap }) => basemap === 'detailed')
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!isWanted || !isAgreed) {
      view.setBasemap(null)
      return
    }
    const abort = new AbortController()
    loadStyle(styleUrl, abort.signal)
      .then((style) => view.setBasemap(style))
      .catch(() => {
        if (!abort.signal.aborted) setFailed(true)
      })
    return () => abort.abort()
  }, [view, styleUrl, isWanted, isAgreed])
  return failed && isWanted
}

async function loadStyle(url: string, signal: AbortSignal): Promise<StyleSpecification> {
  const response = await fetch(url, { signal, referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error(`the style answered ${response.status}`)
  const style = (await response.json()) as StyleSpecification
  if (typeof style !== 'object' || !Array.isArray(style.layers)) throw new Error('not a style')
  return style
}
