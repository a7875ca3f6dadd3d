import type { Theme } from '../view/view.ts'

/** The page's theme is on its root: set there by the app, whether chosen or the system's. */
export function pageTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'
}

/** @returns stops it */
export function followPageTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
