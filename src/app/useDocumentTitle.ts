import { useEffect } from 'react'
import { useResult } from '../answers/useResult.ts'
import { usePickText } from '../i18n/useText.ts'
import { useSiteTitle } from './useSiteTitle.ts'

/** Sets the title of the document: the open incident and the site. */
export function useDocumentTitle(): void {
  const pick = usePickText()
  const site = useSiteTitle()?.text ?? ''
  const title = useResult(({ result }) => result?.open?.summary?.title)
  const incident = (title && pick(title)?.text) ?? ''
  useEffect(() => {
    document.title = [incident, site].filter(Boolean).join(' - ')
  }, [incident, site])
}
