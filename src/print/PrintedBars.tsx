import { useId } from 'react'
import { formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { usePrintTexts } from '../i18n/usePrintTexts.ts'
import type { DaySpan } from '../incidents/day.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { highestBin } from '../timeline/bins.ts'
import { stackBars } from './stackBars.ts'
import { typeColours } from '../ui/typeColours.ts'

/** Size in units of the SVG, which is as wide as the page. */
const SIZE = { width: 700, height: 90 }

/**
 * The timeline's bars as SVG, so that they are sharp at every resolution of a printer. Time runs from left to
 * right.
 */
export function PrintedBars({ histogram, span }: { histogram: Histogram; span: DaySpan }) {
  const { common } = useMessages()
  const words = usePrintTexts()
  const language = useLanguage()
  const id = useId()
  const text = words.bars(formatDays(language, span.from, span.to), common.incidents(highestBin(histogram)))
  return (
    <figure className="printed__bars">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={text}>
        <defs>
          {eventTypes.map((type) => (
            <pattern
              key={type}
              id={`${id}${type}`}
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="4" height="4" fill={typeColours[type]} fillOpacity="0.35" />
              <rect width="1.4" height="4" fill={typeColours[type]} />
            </pattern>
          ))}
        </defs>
        {stackBars(histogram, span, SIZE).map(({ type, isCertain, x, y, width, height }) => (
          <rect
            key={`${x} ${y}`}
            {...{ x, y, width, height }}
            fill={isCertain ? typeColours[type] : `url(#${id}${type})`}
          />
        ))}
        <line x1="0" x2={SIZE.width} y1={SIZE.height} y2={SIZE.height} />
      </svg>
      <figcaption>{text}</figcaption>
    </figure>
  )
}
