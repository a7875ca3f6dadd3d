import type { ReactNode } from 'react'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'

/** The anchor of a link to another site: it opens beside the page, and sends no referrer. @param to http or https */
export function OutboundAnchor({ to, children }: { to: URL; children: ReactNode }) {
  const words = useDetailTexts()
  return (
    <a
      className="external-link"
      href={to.href}
      target="_blank"
      rel="noopener noreferrer"
      title={words.opensElsewhere}
    >
      {children}
    </a>
  )
}
