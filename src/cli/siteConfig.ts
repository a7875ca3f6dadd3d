import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import type { Basemap } from '../basemaps/basemap.ts'
import { offeredIds } from '../basemaps/offeredBasemaps.ts'
import { basemapOf, basemapSchema, hostName, oldBasemap, oldBasemapSchema } from './basemapConfig.ts'

/** Content of `data/site.yaml`: what the publisher of a site decides. */
const siteSchema = z.strictObject({
  dataHosts: z.array(hostName),
  basemaps: z.optional(z.array(basemapSchema)),
  detailedBasemap: z.optional(z.nullable(oldBasemapSchema)),
  countryPacks: z.optional(z.boolean()),
})

/** The configuration of a site. */
export interface SiteConfig {
  /** Hosts from which the page may load data sets. */
  dataHosts: string[]
  /** Basemaps that the page offers beside the built-in one; their ids differ. */
  basemaps: Basemap[]
  /** Whether the built-in basemap has closer tiles of single countries, each fetched when that country is looked at. */
  countryPacks: boolean
}

/**
 * Reads the site's configuration. Without `basemaps` a site offers what the project offers; but a file that has only
 * the older key `detailedBasemap` offers that map alone, or none where it is null.
 * @throws Error with file, field and reason of each problem
 */
export function readSiteConfig(file: string): SiteConfig {
  const result = z.safeParse(siteSchema, parse(readFileSync(file, 'utf8')))
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => `${file} ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(reasons.join('\n'))
  }
  const { dataHosts, basemaps, detailedBasemap, countryPacks = true } = result.data
  const listed = basemaps ?? (detailedBasemap === undefined ? [...offeredIds] : [])
  const offered = [...listed.map(basemapOf), ...(detailedBasemap ? [oldBasemap(detailedBasemap)] : [])]
  const ids = offered.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new Error(`${file} basemaps: two have the id ${twice}`)
  return { dataHosts, basemaps: offered, countryPacks }
}

/** Origins that the page may request from, beside its own. */
export function foreignOrigins({ dataHosts, basemaps }: SiteConfig): string[] {
  const hosts = [...dataHosts, ...basemaps.flatMap((basemap) => basemap.hosts)]
  return [...new Set(hosts.map((host) => `https://${host}`))]
}
