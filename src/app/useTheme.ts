import { useLayoutEffect } from 'react'
import { useView } from '../view/useView.ts'
import type { Theme } from '../view/view.ts'
import { useMedia } from './useMedia.ts'

/** The theme that holds: the view's, else the system's. Sets it on the page: the one place that does. */
export function useTheme(): Theme {
  const chosen = useView((view) => view.theme)
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  const theme = chosen ?? (systemIsDark ? 'dark' : 'light')
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return theme
}
