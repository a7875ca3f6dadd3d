import { useEffect, useState } from 'react'
import type { StyleSpecification } from 'maplibre-gl'
import { useView } from '../view/useView.ts'
import type { MapView } from './MapView.ts'

/** A basemap on another host, offered by the publisher of the site. */
export interface DetailedBasemap {
  name: string
  styleUrl: string
  attribution: string
}

/**
 * Loads the detailed basemap if the view asks for it and the reader has agreed; a link alone never loads it.
 * @param basemap its style and host
 * @param isAgreed whether the reader has agreed to ask that host
 * @returns whether loading failed
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

/** @throws if the host does not answer, or answers with something that is not a map style */
async function loadStyle(url: string, signal: AbortSignal): Promise<StyleSpecification> {
  const response = await fetch(url, { signal, referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error(`the style answered ${response.status}`)
  const style = (await response.json()) as StyleSpecification
  if (typeof style !== 'object' || !Array.isArray(style.layers)) throw new Error('not a style')
  return style
}
