import type { ReactNode } from 'react'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { closeIncident } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { useReturningFocus } from '../ui/useReturningFocus.ts'
import { IncidentPanel } from './laterParts.ts'

/**
 * The open incident, which Escape closes. The focus is remembered before its code has loaded, as the list may be hidden
 * by then; and it can be closed before that too.
 * @param commands further buttons
 */
export function OpenIncident({ commands }: { commands?: ReactNode }) {
  const act = useAct()
  useReturningFocus()
  useShortcuts({ Escape: () => act(closeIncident) })
  return <IncidentPanel commands={commands} />
}
