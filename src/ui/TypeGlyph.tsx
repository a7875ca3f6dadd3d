import type { EventType } from '../incidents/vocabulary.ts'
import { glyphPaths } from './glyphPaths.ts'
import './TypeGlyph.css'

/** The shape and colour of an event type; decoration beside its name. `hollow`: known only to an area. */
export function TypeGlyph({
  type,
  hollow = false,
  size = 16,
}: {
  type: EventType
  hollow?: boolean
  size?: number
}) {
  return (
    <svg
      className={`type-glyph type-glyph--${type}${hollow ? ' type-glyph--hollow' : ''}`}
      width={size}
      height={size}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={glyphPaths[type]} />
    </svg>
  )
}
