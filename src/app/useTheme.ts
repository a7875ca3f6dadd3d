import { useLayoutEffect } from 'react'
import { usePageTheme } from '../ui/usePageTheme.ts'
import { useView } from '../view/useView.ts'

/** Sets the theme on the root element, for the style sheets: the only place that does. */
export function useTheme(): void {
  const theme = usePageTheme(useView((view) => view.theme))
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
}
