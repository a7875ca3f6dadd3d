import { useSyncExternalStore } from 'react'

/** CSS pixels of a rem where the reader has not changed the size of text. */
const USUAL = 16

/** How much larger than usual the page's text is: by the browser's setting, or by whatever else sets the root's font. */
export function useTextScale(): number {
  return useSyncExternalStore(onScaled, textScale)
}

function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL || 1
}

/** No event tells of it; an element that is a rem wide does. */
function onScaled(onChange: () => void): () => void {
  const probe = document.createElement('div')
  probe.style.cssText = 'position: absolute; visibility: hidden; inline-size: 1rem'
  document.body.append(probe)
  const observer = new ResizeObserver(onChange)
  observer.observe(probe)
  return () => {
    observer.disconnect()
    probe.remove()
  }
}
