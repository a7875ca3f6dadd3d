import type { Matter } from '../incidents/vocabulary.ts'

/** Id of a source's entry on the page. */
export function sourceAnchor(sourceId: string): string {
  return `source-${sourceId}`
}

/** Id of a claim on the page. @param index of it in the record */
export function claimAnchor(index: number): string {
  return `claim-${index}`
}

/** Id of what is said on one matter. */
export function matterAnchor(matter: Matter): string {
  return `matter-${matter}`
}

/**
 * Leads to a part of the page. Not by a link: the fragment of the address is the view's. Scrolls the panel alone:
 * `scrollIntoView` would also scroll whatever the panel stands in.
 */
export function goToAnchor(anchor: string): void {
  const part = document.getElementById(anchor)
  const panel = part?.closest('.incident-panel__body')
  if (!part || !panel) return
  const [box, view] = [part.getBoundingClientRect(), panel.getBoundingClientRect()]
  // In the middle, or from its beginning where it is taller than the panel.
  const room = Math.max(0, view.height - box.height) / 2
  panel.scrollTop += box.top - view.top - room
  part.focus({ preventScroll: true })
}
