import { useEffect, useState } from 'react'
import { useDataset, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { SourceError } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { FragmentProblem } from '../view/url/field.ts'
import type { NewerOffer } from './DatasetGate.tsx'
import { NewerVersion } from './NewerVersion.tsx'
import { Space } from '../ui/Space.tsx'
import './Notices.css'

/** What the user should know, over the map: each can be put away. */
export function Notices({
  problems,
  onProblemsRead,
  newer,
}: {
  problems: readonly FragmentProblem[]
  onProblemsRead: () => void
  newer: NewerOffer | null
}) {
  return (
    <div className="notices">
      {problems.length > 0 && <FragmentNotice problems={problems} onClose={onProblemsRead} />}
      {newer && <NewerVersion offer={newer} />}
      <TextsNotice />
      <ResultNotice />
    </div>
  )
}

function FragmentNotice({
  problems: list,
  onClose,
}: {
  problems: readonly FragmentProblem[]
  onClose: () => void
}) {
  const { problems, common } = useMessages()
  return (
    <div className="toast">
      <Notice
        kind="warn"
        title={problems.fragmentTitle}
        actions={<Button onClick={onClose}>{common.close}</Button>}
      >
        <ul className="toast__list">
          {list.map(({ key, text, reason }) => (
            <li key={`${key}=${text}`}>
              <bdi translate="no">
                <code>{text ? `${key}=${text}` : key}</code>
              </bdi>
              <Space />
              <span>{problems.fragmentReason[reason]}</span>
            </li>
          ))}
        </ul>
        <p>{problems.fragmentText}</p>
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
