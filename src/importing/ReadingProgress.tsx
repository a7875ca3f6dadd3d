import { useMessages } from '../i18n/I18nProvider.tsx'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { ImportProgress } from '../query/importReport.ts'
import { Button } from '../ui/Button.tsx'
import { useSize } from './useSize.ts'

/** How far reading has come, in bytes and in records, with a button that ends it. */
export function ReadingProgress({
  progress,
  onCancel,
}: {
  progress: ImportProgress | null
  onCancel: () => void
}) {
  const words = useImportingTexts()
  const { common } = useMessages()
  const size = useSize()
  return (
    <div className="reading">
      <p className="reading__title">{words.reading}</p>
      <progress aria-label={words.reading} max={progress?.totalBytes} value={progress?.bytes} />
      <p>
        {progress
          ? `${words.readOf(size(progress.bytes), size(progress.totalBytes))} · ${words.recordsSoFar(progress.records)}`
          : common.loading}
      </p>
      <Button onClick={onCancel}>{common.cancel}</Button>
    </div>
  )
}
