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

/** Offers the version of data or page that was published while the page was open; stays closed for that version. */
export function NewerVersion() {
  const words = useNoticeTexts()
  const { problems } = useMessages()
  const language = useLanguage()
  const { found } = useRepublishing()
  const [closed, setClosed] = useState('')
  const version = found?.kind === 'data' ? found.latest.version : 'page'
  const close = () => setClosed(version)
  useShortcuts({ Escape: close }, found !== null && closed !== version)
  if (!found || closed === version) return null
  const day = found.kind === 'data' ? parseDay(found.latest.updated) : undefined
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
          : words.newerText(day === undefined ? found.latest.updated : formatDay(language, day))}
      </Notice>
    </div>
  )
}
