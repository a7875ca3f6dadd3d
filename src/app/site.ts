/** What the publisher of the site decided in data/site.yaml; put in by the build. */
export interface Site {
  dataHosts: readonly string[]
  detailedBasemap: { name: string; styleUrl: string; attribution: string } | null
}

declare const __SITE__: Site

export const site: Site = __SITE__
