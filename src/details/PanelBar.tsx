import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useState, type ReactNode } from 'react'
import { X } from 'lucide'
import { useIncident } from '../answers/useIncident.ts'
import { useResult } from '../answers/useResult.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { closeIncident, openIncident } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { Text } from './Text.tsx'

/**
 * Buttons that open the neighbours in time and close the incident; also by the keys `[` and `]`.
 * @param commands further buttons
 */
export function PanelBar({ id, commands }: { id: string; commands?: ReactNode }) {
  const words = useDetailTexts()
  const act = useAct()
  const [hasWalked, setWalked] = useState(false)
  const earlier = useResult(({ result }) => result?.open?.earlier ?? null)
  const later = useResult(({ result }) => result?.open?.later ?? null)
  const go = (to: string | null) => {
    if (to === null) return
    setWalked(true)
    act(openIncident(to))
  }
  useShortcuts({
    '[': () => go(earlier),
    ']': () => go(later),
  })
  return (
    <div className="incident-panel__bar">
      {/** A disabled button would lose the focus, so it is only marked as disabled. */}
      <Button aria-disabled={earlier === null} title={words.earlierKey} onClick={() => go(earlier)}>
        {words.earlier}
      </Button>
      <Button aria-disabled={later === null} title={words.laterKey} onClick={() => go(later)}>
        {words.later}
      </Button>
      <span role="status">{hasWalked && <ReachedTitle id={id} />}</span>
      <div className="incident-panel__commands">{commands}</div>
      <IconButton icon={X} name={words.closeIncident} onClick={() => act(closeIncident)} />
    </div>
  )
}

/** Announces the new title to screen readers after a step, as the focus stays on the button. */
function ReachedTitle({ id }: { id: string }) {
  const reading = useIncident(id)
  if (reading.kind !== 'ready') return null
  return (
    <VisuallyHidden>
      <Text of={reading.details.incident.title} as="span" />
    </VisuallyHidden>
  )
}
