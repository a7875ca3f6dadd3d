import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { daysIn, zoomSpan } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/** Buttons that zoom the axis, and show all of the data. */
export function ZoomButtons({ track: { span, limits, setSpan } }: { track: Track }) {
  const { timeline: words } = useMessages()
  const middle = (span.from + span.to + 1) / 2
  const isWhole = daysIn(span) >= daysIn(limits)
  return (
    <div className="timeline__zoom">
      <Button
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => setSpan(zoomSpan(span, middle, 0.5, limits))}
      >
        <span aria-hidden="true">+</span>
      </Button>
      <Button
        aria-label={words.zoomOut}
        title={words.zoomOut}
        disabled={isWhole}
        onClick={() => setSpan(zoomSpan(span, middle, 2, limits))}
      >
        <span aria-hidden="true">−</span>
      </Button>
      <Button
        aria-label={words.wholeTime}
        title={words.wholeTime}
        disabled={isWhole}
        onClick={() => setSpan(limits)}
      >
        <span aria-hidden="true">↔</span>
      </Button>
    </div>
  )
}
