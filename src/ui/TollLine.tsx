import { useMessages } from '../i18n/I18nProvider.tsx'
import { tollText } from '../i18n/tollText.ts'
import type { Toll } from '../incidents/toll.ts'
import { Space } from './Space.tsx'
import './TollLine.css'

/**
 * A toll with its standing. A number that is contested or claimed by one side is never bold, and never alone.
 */
export function TollLine({ of }: { of: Toll }) {
  const { text, standing, isAgreed } = tollText(of, useMessages())
  return (
    <span className={isAgreed ? 'toll toll--agreed' : 'toll'}>
      <span key={text}>{text}</span>
      <Space />
      {standing !== undefined && (
        <span key={standing} className={`toll__standing toll__standing--${of.standing}`}>
          {standing}
        </span>
      )}
    </span>
  )
}
