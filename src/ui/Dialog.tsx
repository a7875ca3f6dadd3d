import { useEffect, useRef, type ReactNode } from 'react'
import { X } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

/**
 * A modal `dialog` element: it holds the focus, Escape closes it, and the focus then returns to where it was.
 */
export function Dialog({
  title,
  isWide = false,
  onClose,
  children,
}: {
  title: string
  /** As wide as a table needs. */
  isWide?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const { common } = useMessages()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
  }, [])
  return (
    <dialog
      ref={ref}
      className={isWide ? 'dialog dialog--wide' : 'dialog'}
      aria-label={title}
      onClose={onClose}
    >
      <div className="dialog__head">
        <h2>{title}</h2>
        <IconButton icon={X} name={common.close} onClick={() => ref.current?.close()} />
      </div>
      <div className="dialog__body">{children}</div>
    </dialog>
  )
}
