/** Settings of the site, from data/site.yaml; inserted by the build. */
export interface Site {
  dataHosts: readonly string[]
  detailedBasemap: { name: string; styleUrl: string; attribution: string } | null
}

declare const __SITE__: Site

/** The settings of this site. */
export const site: Site = __SITE__
