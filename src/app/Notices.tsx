import { useEffect, useRef, useState } from 'react'
import { mayBeRepublished, useRepublishing } from '../answers/republished.ts'
import { useDataset, useResult } from '../answers/useResult.ts'
import { useMessages, useMissingLanguage } from '../i18n/I18nProvider.tsx'
import type { Language } from '../incidents/vocabulary.ts'
import { SourceError } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { NewerVersion } from './NewerVersion.tsx'
import { ownNames } from './Preferences.tsx'
import './Notices.css'

/** What the user should know, over the map: each can be put away. */
export function Notices({ link, onLinkRead }: { link: LinkReport; onLinkRead: () => void }) {
  return (
    <div className="notices">
      {(link.problems.length > 0 || link.repairs.length > 0) && (
        <LinkNotice link={link} onClose={onLinkRead} />
      )}
      <NewerVersion />
      <MissingLanguage />
      <TextsNotice />
      <ResultNotice />
    </div>
  )
}

/** What of the link was not understood, and how it was repaired. */
function LinkNotice({
  link: { problems: list, repairs },
  onClose,
}: {
  link: LinkReport
  onClose: () => void
}) {
  const { problems, common } = useMessages()
  const isUnderstood = list.length === 0
  useShortcuts({ Escape: onClose })
  return (
    <div className="toast">
      <Notice
        kind={isUnderstood ? 'info' : 'warn'}
        title={isUnderstood ? problems.repairedTitle : problems.fragmentTitle}
        actions={<Button onClick={onClose}>{common.close}</Button>}
      >
        {!isUnderstood && (
          <>
            <ul className="toast__list">
              {list.map(({ key, text, reason }) => (
                <li key={`${key}=${text}`}>
                  <bdi>
                    <code>{text ? `${key}=${text}` : key}</code>
                  </bdi>{' '}
                  {problems.fragmentReason[reason]}
                </li>
              ))}
            </ul>
            <p>{problems.fragmentText}</p>
            {repairs.length > 0 && <p>{problems.repairedAlso}</p>}
          </>
        )}
        {repairs.length > 0 && (
          <ul className="toast__list">
            {repairs.map((repair) => (
              <li key={repair}>{problems.repairs[repair]}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

/** The columns came, the texts did not. */
function TextsNotice() {
  const { problems, common } = useMessages()
  const { source } = useDataset()
  const { found, check } = useRepublishing()
  const [error, setError] = useState<SourceError | null>(null)
  const checked = useRef(check)
  useEffect(() => {
    checked.current = check
  })
  useEffect(
    () =>
      source.onTexts((state) => {
        const failed = state instanceof SourceError ? state : null
        void checked.current(failed).then(() => setError(failed))
      }),
    [source],
  )
  const close = () => setError(null)
  useShortcuts({ Escape: close }, error !== null)
  if (!error) return null
  return (
    <div className="toast">
      <Notice
        kind="warn"
        title={problems.textsTitle}
        actions={<Button onClick={close}>{common.close}</Button>}
      >
        <p>{found && mayBeRepublished(error) ? problems.republishedText : problems.cause[error.code]}</p>
        <p>{problems.textsEffect}</p>
      </Notice>
    </div>
  )
}

/** The language that was chosen could not be had; the page stays in the one before. */
function MissingLanguage() {
  const { problems, common } = useMessages()
  const missing = useMissingLanguage()
  const [put, setPut] = useState<Language | null>(null)
  const isShown = missing !== null && missing !== put
  const close = () => setPut(missing)
  useShortcuts({ Escape: close }, isShown)
  if (!isShown) return null
  return (
    <div className="toast">
      <Notice
        kind="warn"
        title={problems.languageMissing(ownNames[missing])}
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

function ResultNotice() {
  const { problems } = useMessages()
  const error = useResult((state) => state.error)
  // A lost source is told by the gate, which can open it again.
  if (!error || error.code === 'lost') return null
  return (
    <div className="toast">
      <Notice kind="bad" title={problems.resultTitle}>
        <p>{problems.cause[error.code]}</p>
        <p>{problems.resultEffect}</p>
      </Notice>
    </div>
  )
}
