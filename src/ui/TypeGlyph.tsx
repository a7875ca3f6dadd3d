import type { EventType } from '../incidents/vocabulary.ts'
import { glyphPaths } from './glyphPaths.ts'
import { typeColours } from './typeColours.ts'
import './TypeGlyph.css'

/**
 * The shape of an event type in its colour, hidden from screen readers: its name is always beside it.
 * @param hollow whether the incident is known only to an area
 * @param size CSS pixels
 */
export function TypeGlyph({
  type,
  hollow = false,
  size = 16,
}: {
  type: EventType
  hollow?: boolean
  size?: number
}) {
  const colour = typeColours[type]
  return (
    <svg
      className={hollow ? 'type-glyph type-glyph--hollow' : 'type-glyph'}
      width={size}
      height={size}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={glyphPaths[type]} {...(hollow ? { stroke: colour } : { fill: colour })} />
    </svg>
  )
}
