import { useEffect } from 'react'
import { useResult } from '../answers/useResult.ts'
import { usePickText } from '../i18n/useText.ts'
import { useView } from '../view/useView.ts'
import { OWN_FILES } from '../view/view.ts'
import { useSiteTitle } from './useSiteTitle.ts'

/** Sets the title of the document: the open incident, unless it is of the user's own files, and the site. */
export function useDocumentTitle(): void {
  const pick = usePickText()
  const site = useSiteTitle()?.text ?? ''
  const title = useResult(({ result }) => result?.open?.summary?.title)
  const isOwn = useView((view) => view.data === OWN_FILES)
  const incident = (!isOwn && title && pick(title)?.text) || ''
  useEffect(() => {
    document.title = [incident, site].filter(Boolean).join(' - ')
  }, [incident, site])
}
