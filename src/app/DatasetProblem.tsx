import type { ReactNode } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import type { SourceError, SourceErrorCode } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'

/** Errors that a page runs into which was itself published anew since it was opened: reloading it may help. */
const mayNeedReload: readonly SourceErrorCode[] = ['lost', 'unsupported']

/** Why the data set could not be opened, what that means, and what can be done. */
export function DatasetProblem({
  error,
  onRetry,
  more,
}: {
  error: SourceError
  onRetry: () => void
  more?: ReactNode
}) {
  const { problems, common } = useMessages()
  return (
    <Notice
      kind="bad"
      title={problems.datasetTitle}
      actions={
        <>
          <Button kind="primary" onClick={onRetry}>
            {common.retry}
          </Button>
          {mayNeedReload.includes(error.code) && <ReloadButton />}
          {more}
        </>
      }
    >
      <p>{problems.cause[error.code]}</p>
      <p>{problems.datasetEffect}</p>
      <details>
        <summary>{problems.detail}</summary>
        <p dir="ltr">
          {error.file && (
            <>
              <span>{`${problems.file}: `}</span>
              <code translate="no">{error.file}</code>
              <br />
            </>
          )}
          <code translate="no">{error.message}</code>
        </p>
      </details>
    </Notice>
  )
}
