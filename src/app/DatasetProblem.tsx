import type { ReactNode } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import type { SourceError, SourceErrorCode } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'

/** What a page that was published anew since it was opened runs into: its worker is gone, or the data took a new form. */
const mayNeedReload: readonly SourceErrorCode[] = ['lost', 'unsupported']

/** Why there is no data: cause, effect, and a way on. */
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
