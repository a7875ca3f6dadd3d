/** The page's own address with a fragment, without anything else that the address bar happens to hold. */
export function shareLink(
  location: Pick<Location, 'origin' | 'pathname' | 'search'>,
  fragment: string,
): string {
  return `${location.origin}${location.pathname}${location.search}${fragment && `#${fragment}`}`
}
