import { openIncident } from '../acts.ts'
import type { View } from '../view.ts'
import { writeFragment } from './writeFragment.ts'

/** The fragment, with `#`, of a view with one incident open. */
export function incidentAddress(view: View, id: string): string {
  return `#${writeFragment(openIncident(id).apply(view))}`
}
