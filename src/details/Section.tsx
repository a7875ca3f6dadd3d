import { useId, type ReactNode } from 'react'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { Space } from '../ui/Space.tsx'

/**
 * A section of the page with its heading.
 * @param count of what it lists, shown unless it is 0
 */
export function Section({
  title,
  count = 0,
  children,
}: {
  title: string
  count?: number
  children: ReactNode
}) {
  const id = useId()
  const language = useLanguage()
  return (
    <section className="incident-section" aria-labelledby={id}>
      <h3 id={id}>
        <span>{title}</span>
        <Space />
        {count > 0 && <span className="incident-section__count">{formatNumber(language, count)}</span>}
      </h3>
      {children}
    </section>
  )
}
