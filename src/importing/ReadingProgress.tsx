import { useMessages } from '../i18n/I18nProvider.tsx'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { ImportProgress } from '../query/importReport.ts'
import { Button } from '../ui/Button.tsx'
import { useSize } from './useSize.ts'

/** Share of the time that reading the syntax takes; checking the records takes the rest. */
const READING = 0.3

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
  // Records are checked once all files have been read.
  const isChecking = progress !== null && progress.records > 0
  const title = isChecking ? words.checking : words.reading
  return (
    <div className="reading">
      <p className="reading__title">{title}</p>
      <progress aria-label={title} value={progress ? shareDone(progress) : undefined} />
      <p>
        {progress
          ? `${words.readOf(size(progress.bytes), size(progress.totalBytes))} · ${words.recordsSoFar(progress.records)}`
          : common.loading}
      </p>
      <Button onClick={onCancel}>{common.cancel}</Button>
    </div>
  )
}

/** From 0 to 1; it never goes back, though the bytes are gone through twice. */
function shareDone({ bytes, totalBytes, records }: ImportProgress): number {
  const share = totalBytes === 0 ? 1 : bytes / totalBytes
  return records > 0 ? READING + (1 - READING) * share : READING * share
}
