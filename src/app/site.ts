/** Settings of the site, from data/site.yaml; inserted by the build. */
export interface Site {
  dataHosts: readonly string[]
}

declare const __SITE__: Site

/** The settings of this site. */
export const site: Site = __SITE__
