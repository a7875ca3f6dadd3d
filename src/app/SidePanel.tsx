import type { ReactNode } from 'react'
import { ChevronLeft, ChevronRight, type IconNode } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import './SidePanel.css'

/**
 * A panel beside the map that folds to a rail. The same button folds and opens it, so it keeps the focus.
 * @param side of the map, in the reading direction
 * @param role landmark that the panel is
 * @param shortcut key that does the same
 * @param badge shown on the rail, such as a number of filters; `null` for none
 */
export function SidePanel({
  id,
  side,
  role,
  name,
  icon,
  shortcut,
  isOpen,
  badge,
  onToggle,
  children,
}: {
  id: string
  side: 'start' | 'end'
  role: 'complementary' | 'main'
  name: string
  icon: IconNode
  shortcut: string
  isOpen: boolean
  badge: string | null
  onToggle: () => void
  children: ReactNode
}) {
  const fold = side === 'start' ? ChevronLeft : ChevronRight
  const Landmark = role === 'main' ? 'main' : 'aside'
  return (
    <Landmark
      id={id}
      className={`side-panel side-panel--${side}${isOpen ? '' : ' side-panel--folded'}`}
      aria-label={name}
    >
      <button
        type="button"
        className="side-panel__toggle"
        aria-expanded={isOpen}
        aria-keyshortcuts={shortcut}
        title={`${name} (${shortcut.toUpperCase()})`}
        onClick={onToggle}
      >
        {isOpen ? <Icon of={fold} className="icon--reading" /> : <Icon of={icon} />}
        <span className={isOpen ? 'visually-hidden' : 'side-panel__name'}>{name}</span>
        {!isOpen && badge !== null && <span className="side-panel__badge">{badge}</span>}
      </button>
      {isOpen && (
        <div className="side-panel__content">
          <PanelBoundary panel={name}>{children}</PanelBoundary>
        </div>
      )}
    </Landmark>
  )
}
