/** Id of a source's entry on the page. */
export function sourceAnchor(sourceId: string): string {
  return `source-${sourceId}`
}

/** Id of a claim on the page. @param index of it in the record */
export function claimAnchor(index: number): string {
  return `claim-${index}`
}

/** Leads to a part of the page. Not by a link: the fragment of the address is the view's. */
export function goToAnchor(anchor: string): void {
  const part = document.getElementById(anchor)
  part?.scrollIntoView({ block: 'center' })
  part?.focus({ preventScroll: true })
}
