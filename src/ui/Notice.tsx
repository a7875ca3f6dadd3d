import type { ReactNode } from 'react'
import './Notice.css'

/**
 * A message within a panel. `bad`: something failed. `warn`: something is not as asked. `info`: anything else.
 */
export function Notice({
  kind = 'info',
  title,
  children,
  actions,
}: {
  kind?: 'info' | 'warn' | 'bad'
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={`notice notice--${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <p className="notice__title">{title}</p>
      {children && <div className="notice__text">{children}</div>}
      {actions && <div className="notice__actions">{actions}</div>}
    </div>
  )
}
