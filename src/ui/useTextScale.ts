import { useSyncExternalStore } from 'react'

/** CSS pixels of a rem at the usual size of text. */
const USUAL = 16

/** Size of the page's text relative to the usual one, as set in the browser; renders again when it changes. */
export function useTextScale(): number {
  return useSyncExternalStore(onScaled, textScale)
}

function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL || 1
}

/** There is no event for it, so an element of one rem is observed. */
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
