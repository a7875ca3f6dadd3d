import type { ReactNode } from 'react'
import { useReturningFocus } from '../ui/useReturningFocus.ts'
import { IncidentPanel } from './laterParts.ts'

/** The open incident. Where the focus was is noted before its code comes, which may be after the list is hidden. */
export function OpenIncident({ commands }: { commands?: ReactNode }) {
  useReturningFocus()
  return <IncidentPanel commands={commands} />
}
