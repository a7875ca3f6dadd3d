import { openIncident } from '../acts.ts'
import type { View } from '../view.ts'
import { writeFragment } from './writeFragment.ts'

/** The fragment, with its leading `#`, of the same view with an incident open. */
export function incidentAddress(view: View, id: string): string {
  return `#${writeFragment(openIncident(id).apply(view))}`
}
