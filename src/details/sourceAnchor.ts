/** Id of a source's entry on the page. */
export function sourceAnchor(sourceId: string): string {
  return `source-${sourceId}`
}

/** Leads to a source's entry. Not by a link: the fragment of the address is the view's. */
export function goToSource(sourceId: string): void {
  const entry = document.getElementById(sourceAnchor(sourceId))
  entry?.scrollIntoView({ block: 'center' })
  entry?.focus({ preventScroll: true })
}
