import { ChevronDown, ChevronUp, ChevronsDown, ChevronsUp } from 'lucide'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import type { TimelineHeight } from './timelineHeight.ts'

/** Buttons that make the timeline taller, and fold it to a line. Each undoes what it does. */
export function HeightButtons({
  height,
  onHeight,
}: {
  height: TimelineHeight
  onHeight: (height: TimelineHeight) => void
}) {
  const { timeline: words } = useMessages()
  const isLine = height === 'line'
  const isTall = height === 'tall'
  return (
    <div className="timeline__heights">
      <IconButton
        icon={isTall ? ChevronsDown : ChevronsUp}
        name={words.taller}
        aria-pressed={isTall}
        onClick={() => onHeight(isTall ? 'usual' : 'tall')}
      />
      <IconButton
        icon={isLine ? ChevronUp : ChevronDown}
        name={words.fold}
        hint={`${words.fold} (T)`}
        aria-keyshortcuts="t"
        aria-pressed={isLine}
        onClick={() => onHeight(isLine ? 'usual' : 'line')}
      />
    </div>
  )
}
