import { useEffect, useState } from 'react'

/**
 * Whether a media query matches on the screen; renders again when that changes. Changes while printing are ignored:
 * paper is as narrow as a phone, and the layout must not change for it.
 */
export function useMedia(query: string): boolean {
  const [isMatched, setMatched] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const media = window.matchMedia(query)
    const paper = window.matchMedia('print')
    const read = () => {
      if (!paper.matches) setMatched(media.matches)
    }
    read()
    for (const each of [media, paper]) each.addEventListener('change', read)
    return () => {
      for (const each of [media, paper]) each.removeEventListener('change', read)
    }
  }, [query])
  return isMatched
}
