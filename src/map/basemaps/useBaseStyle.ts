import { useEffect, useState } from 'react'
import type { Basemap, Variant } from '../../basemaps/basemap.ts'
import type { ShownDays } from '../../basemaps/basemapChoice.ts'
import { useLanguage } from '../../i18n/I18nProvider.tsx'
import { usePageTheme } from '../../ui/usePageTheme.ts'
import { useView } from '../../view/useView.ts'
import type { MapView } from '../MapView.ts'
import { makeBaseStyle } from './makeBaseStyle.ts'
import { allowHosts } from './remoteRequests.ts'

/**
 * Shows a basemap for as long as the component is mounted; the reader has to have agreed to its hosts.
 * @param days `null` for a basemap without days
 * @returns whether its style could not be had, which attempt this is, and what starts the next one
 */
export function useBaseStyle(
  view: MapView,
  { hosts }: Basemap,
  variant: Variant,
  days: ShownDays | null,
): { isBroken: boolean; attempt: number; retry: () => void } {
  const language = useLanguage()
  const theme = usePageTheme(useView((each) => each.theme))
  const [attempt, setAttempt] = useState(0)
  const [broken, setBroken] = useState(-1)
  const { day = null, after = null } = days ?? {}
  useEffect(() => {
    const abort = new AbortController()
    allowHosts(hosts)
    const show = async () => {
      const base = await makeBaseStyle(
        variant,
        { theme, language, days: day === null ? null : { day, after } },
        abort.signal,
      )
      // Another form, so that the library asks again for tiles that it could not get.
      if (!abort.signal.aborted) view.setBasemap({ ...base, form: `${base.form} ${attempt}` })
    }
    show().catch(() => {
      if (!abort.signal.aborted) setBroken(attempt)
    })
    return () => abort.abort()
  }, [view, hosts, variant, theme, language, day, after, attempt])
  useEffect(
    () => () => {
      view.setBasemap(null)
      allowHosts([])
    },
    [view],
  )
  return { isBroken: broken === attempt, attempt, retry: () => setAttempt(attempt + 1) }
}
