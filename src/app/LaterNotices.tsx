import { useState } from 'react'
import { useMessages, useMissingLanguage } from '../i18n/I18nProvider.tsx'
import { ownNames } from '../i18n/ownNames.ts'
import { useNoticeTexts } from '../i18n/useNoticeTexts.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { Space } from '../ui/Space.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { NewerVersion } from './NewerVersion.tsx'

/** Notices that few visits need, in a bundle that is loaded later. */
export function LaterNotices({ link, onLinkRead }: { link: LinkReport; onLinkRead: () => void }) {
  return (
    <>
      {(link.problems.length > 0 || link.repairs.length > 0) && (
        <LinkNotice link={link} onClose={onLinkRead} />
      )}
      <NewerVersion />
      <MissingLanguage />
    </>
  )
}

/** Which parts of the link were not understood, and what was repaired in it. */
function LinkNotice({
  link: { problems: list, repairs },
  onClose,
}: {
  link: LinkReport
  onClose: () => void
}) {
  const words = useNoticeTexts()
  const { common } = useMessages()
  const isUnderstood = list.length === 0
  useShortcuts({ Escape: onClose })
  return (
    <div className="toast">
      <Notice
        kind={isUnderstood ? 'info' : 'warn'}
        title={isUnderstood ? words.repairedTitle : words.fragmentTitle}
        actions={<Button onClick={onClose}>{common.close}</Button>}
      >
        {!isUnderstood && (
          <>
            <ul className="toast__list">
              {list.map(({ key, text, reason }) => (
                <li key={`${key}=${text}`}>
                  <bdi translate="no">
                    <code>{text ? `${key}=${text}` : key}</code>
                  </bdi>
                  <Space />
                  <span>{words.fragmentReason[reason]}</span>
                </li>
              ))}
            </ul>
            <p>{words.fragmentText}</p>
            {repairs.length > 0 && <p>{words.repairedAlso}</p>}
          </>
        )}
        {repairs.length > 0 && (
          <ul className="toast__list">
            {repairs.map((repair) => (
              <li key={repair}>{words.repairs[repair]}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

/** Told where the chosen language could not be loaded; the page stays in the one before. */
function MissingLanguage() {
  const words = useNoticeTexts()
  const { problems, common } = useMessages()
  const missing = useMissingLanguage()
  const [closed, setClosed] = useState<Language | null>(null)
  const isShown = missing !== null && missing !== closed
  const close = () => setClosed(missing)
  useShortcuts({ Escape: close }, isShown)
  if (!isShown) return null
  return (
    <div className="toast">
      <Notice
        kind="warn"
        title={words.languageMissing(ownNames[missing])}
        actions={
          <>
            <ReloadButton />
            <Button onClick={close}>{common.close}</Button>
          </>
        }
      >
        {problems.codeMissing}
      </Notice>
    </div>
  )
}
