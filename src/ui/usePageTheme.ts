import { useMedia } from './useMedia.ts'

type PageTheme = 'light' | 'dark'

/**
 * The theme in which the page is shown; renders again when it changes.
 * @param chosen the reader's choice; `null` to follow the system
 */
export function usePageTheme(chosen: PageTheme | null): PageTheme {
  const system = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light'
  return chosen ?? system
}
