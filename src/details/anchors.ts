import type { Matter } from '../incidents/vocabulary.ts'

/** Element id of a source's entry on the page. */
export function sourceAnchor(sourceId: string): string {
  return `source-${sourceId}`
}

/**
 * Element id of a claim on the page.
 * @param index of the claim in the record
 */
export function claimAnchor(index: number): string {
  return `claim-${index}`
}

/** Element id of the claims on one matter. */
export function matterAnchor(matter: Matter): string {
  return `matter-${matter}`
}

/**
 * Scrolls to an element of the page and focuses it. Not a link, as the fragment of the address holds the view.
 * Only the panel is scrolled: `scrollIntoView` would also scroll the elements around it.
 * @param anchor an element id
 */
export function goToAnchor(anchor: string): void {
  const part = document.getElementById(anchor)
  const panel = part?.closest('.incident-panel__body')
  if (!part || !panel) return
  const [box, view] = [part.getBoundingClientRect(), panel.getBoundingClientRect()]
  // To the middle of the panel, or to its top if the element is taller than the panel.
  const room = Math.max(0, view.height - box.height) / 2
  panel.scrollTop += box.top - view.top - room
  part.focus({ preventScroll: true })
}
