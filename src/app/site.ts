import { sourceOfLink, type LinkedSource } from '../sources/sourceOfLink.ts'

/** Settings of the site, from data/site.yaml; inserted by the build. */
interface Site {
  dataHosts: readonly string[]
}

declare const __SITE__: Site

/** The settings of this site. */
const site: Site = __SITE__

/**
 * The data set that a link names by `data=`, as `sourceOfLink` reads it on this page. The server of a base marks its page
 * by a `meta` element.
 */
export function sourceOnPage(data: string | null): LinkedSource {
  const mark = document.querySelector('meta[name="incident-atlas-source"][content="server"]')
  return sourceOfLink(data, document.baseURI, site.dataHosts, mark !== null)
}
