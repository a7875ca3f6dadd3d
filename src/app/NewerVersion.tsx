import { useState } from 'react'
import { useRepublishing } from '../answers/republished.ts'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { useNoticeTexts } from '../i18n/useNoticeTexts.ts'
import { parseDay } from '../incidents/day.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'

/** Offers a version that was published while the page was open. */
export function NewerVersion() {
  const words = useNoticeTexts()
  const { problems } = useMessages()
  const language = useLanguage()
  const { found } = useRepublishing()
  const [put, setPut] = useState('')
  const version = found?.kind === 'data' ? found.manifest.version : 'page'
  const close = () => setPut(version)
  useShortcuts({ Escape: close }, found !== null && put !== version)
  if (!found || put === version) return null
  const day = found.kind === 'data' ? parseDay(found.manifest.about.updated) : undefined
  return (
    <div className="toast">
      <Notice
        title={found.kind === 'data' ? problems.newerTitle : words.newerPageTitle}
        actions={
          <>
            {found.kind === 'data' ? (
              <Button kind="primary" onClick={found.show}>
                {problems.showNewer}
              </Button>
            ) : (
              <ReloadButton />
            )}
            <Button onClick={close}>{words.later}</Button>
          </>
        }
      >
        {found.kind === 'page'
          ? words.newerPageText
          : words.newerText(day === undefined ? found.manifest.about.updated : formatDay(language, day))}
      </Notice>
    </div>
  )
}
