import { createElement } from 'react'
import type { IconNode } from 'lucide'
import './Icon.css'

/** A picture of the icon set, hidden from screen readers: the button or text that it belongs to has a name. */
export function Icon({ of, className = '' }: { of: IconNode; className?: string }) {
  return (
    <svg className={`icon ${className}`.trim()} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {of.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  )
}
