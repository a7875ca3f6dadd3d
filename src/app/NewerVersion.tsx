import { useState } from 'react'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { parseDay } from '../incidents/day.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { NewerOffer } from './DatasetGate.tsx'

/** Offers a version that was published while the page was open. */
export function NewerVersion({ offer: { manifest, show } }: { offer: NewerOffer }) {
  const { problems } = useMessages()
  const language = useLanguage()
  const [put, setPut] = useState('')
  if (put === manifest.version) return null
  const day = parseDay(manifest.about.updated)
  return (
    <div className="toast">
      <Notice
        title={problems.newerTitle}
        actions={
          <>
            <Button kind="primary" onClick={show}>
              {problems.showNewer}
            </Button>
            <Button onClick={() => setPut(manifest.version)}>{problems.later}</Button>
          </>
        }
      >
        {problems.newerText(day === undefined ? manifest.about.updated : formatDay(language, day))}
      </Notice>
    </div>
  )
}
