/**
 * Link to a view of this page.
 * @param fragment of the view, without `#`; '' for none
 */
export function shareLink(
  location: Pick<Location, 'origin' | 'pathname' | 'search'>,
  fragment: string,
): string {
  return `${location.origin}${location.pathname}${location.search}${fragment && `#${fragment}`}`
}
