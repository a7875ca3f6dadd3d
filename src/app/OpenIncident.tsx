import type { ReactNode } from 'react'
import { useReturningFocus } from '../ui/useReturningFocus.ts'
import { IncidentPanel } from './laterParts.ts'

/**
 * The open incident. The focus is remembered before its code has loaded, as the list may be hidden by then.
 * @param commands further buttons
 */
export function OpenIncident({ commands }: { commands?: ReactNode }) {
  useReturningFocus()
  return <IncidentPanel commands={commands} />
}
