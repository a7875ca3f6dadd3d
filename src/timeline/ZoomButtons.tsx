import { MoveHorizontal, ZoomIn, ZoomOut } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { daysIn, zoomSpan } from './timeScale.ts'
import type { Track } from './useTrack.ts'

/** Buttons that zoom the axis, and show all of the data. */
export function ZoomButtons({ track: { span, limits, setSpan } }: { track: Track }) {
  const { timeline: words } = useMessages()
  const middle = (span.from + span.to + 1) / 2
  const isWhole = daysIn(span) >= daysIn(limits)
  return (
    <div className="timeline__zoom">
      <IconButton
        icon={ZoomIn}
        name={words.zoomIn}
        onClick={() => setSpan(zoomSpan(span, middle, 0.5, limits))}
      />
      <IconButton
        icon={ZoomOut}
        name={words.zoomOut}
        disabled={isWhole}
        onClick={() => setSpan(zoomSpan(span, middle, 2, limits))}
      />
      <IconButton
        icon={MoveHorizontal}
        name={words.wholeTime}
        disabled={isWhole}
        onClick={() => setSpan(limits)}
      />
    </div>
  )
}
