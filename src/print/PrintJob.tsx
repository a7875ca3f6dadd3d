import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useReturningFocus } from '../ui/useReturningFocus.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePrintTexts } from '../i18n/usePrintTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { PrintedSheet } from './PrintedSheet.tsx'
import { usePreparation } from './usePreparation.ts'
import './PrintJob.css'
import './Unprepared.css'
import { PROGRESS_DELAY } from '../ui/progressDelay.ts'

/**
 * Prepares the view for printing, then opens the browser's print dialog. The prepared page stays mounted,
 * hidden on the screen, until the view changes, as not every browser tells when it has read it.
 * @param onEnd called when the job is cancelled, has failed and is dismissed, or is out of date
 */
export function PrintJob({ onEnd }: { onEnd: () => void }) {
  const { problems } = useMessages()
  const words = usePrintTexts()
  const preparation = usePreparation(onEnd)
  switch (preparation.kind) {
    case 'preparing':
      return <Preparing done={preparation.done} total={preparation.total} onCancel={onEnd} />
    case 'failed':
      return (
        <Dialog title={words.failed} onClose={onEnd}>
          <p>{problems.cause[preparation.error.code]}</p>
        </Dialog>
      )
    case 'ready':
      return createPortal(
        <Printing sheet={<PrintedSheet prepared={preparation.prepared} />} />,
        document.body,
      )
  }
}

function Printing({ sheet }: { sheet: ReactNode }) {
  useEffect(() => window.print(), [])
  return <div className="printed">{sheet}</div>
}

function Preparing({
  done,
  total,
  onCancel,
}: {
  done: number
  total: number | undefined
  onCancel: () => void
}) {
  const { common } = useMessages()
  const words = usePrintTexts()
  const [isShown, setShown] = useState(false)
  useReturningFocus()
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PROGRESS_DELAY)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <Dialog title={words.preparing} onClose={onCancel}>
      <progress className="print-progress" aria-label={words.preparing} max={total} value={total && done} />
      <Button onClick={onCancel}>{common.cancel}</Button>
    </Dialog>
  )
}
