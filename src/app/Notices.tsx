import { useEffect, useState } from 'react'
import { useDataset, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { SourceError } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { LinkReport } from '../view/url/readLink.ts'
import type { NewerOffer } from './DatasetGate.tsx'
import { NewerVersion } from './NewerVersion.tsx'
import './Notices.css'

/** What the user should know, over the map: each can be put away. */
export function Notices({
  link,
  onLinkRead,
  newer,
}: {
  link: LinkReport
  onLinkRead: () => void
  newer: NewerOffer | null
}) {
  return (
    <div className="notices">
      {(link.problems.length > 0 || link.repairs.length > 0) && (
        <LinkNotice link={link} onClose={onLinkRead} />
      )}
      {newer && <NewerVersion offer={newer} />}
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
  const [error, setError] = useState<SourceError | null>(null)
  useEffect(() => source.onTexts((state) => setError(state instanceof SourceError ? state : null)), [source])
  if (!error) return null
  return (
    <div className="toast">
      <Notice
        kind="warn"
        title={problems.textsTitle}
        actions={<Button onClick={() => setError(null)}>{common.close}</Button>}
      >
        <p>{problems.cause[error.code]}</p>
        <p>{problems.textsEffect}</p>
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
