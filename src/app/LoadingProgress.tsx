import { useEffect, useState } from 'react'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import type { Progress } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import './LoadingProgress.css'
import { PROGRESS_DELAY } from '../ui/progressDelay.ts'

/** Progress of opening the data set, with a button that cancels it. */
export function LoadingProgress({ progress, onCancel }: { progress: Progress | null; onCancel: () => void }) {
  const { app, common } = useMessages()
  const language = useLanguage()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PROGRESS_DELAY)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  const kilobytes = (bytes: number) => formatNumber(language, Math.round(bytes / 1000))
  return (
    <div className="loading" role="status">
      <p className="loading__title">{app.loadingTitle}</p>
      <progress
        className="loading__bar"
        aria-label={app.loadingTitle}
        max={progress?.total}
        value={progress?.total && progress.done}
      />
      <p className="loading__text">
        {progress?.stage === 'download' && progress.total
          ? app.loadedOf(kilobytes(progress.done), kilobytes(progress.total))
          : common.loading}
      </p>
      <Button onClick={onCancel}>{common.cancel}</Button>
    </div>
  )
}
