import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod/mini'

const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https address' })

/** Content of `data/site.yaml`: what the publisher of a site decides. */
const siteSchema = z.strictObject({
  dataHosts: z.array(
    z
      .string()
      .check(z.regex(/^[a-z0-9.-]+(:\d+)?$/, { error: 'must be a host name, such as data.example.org' })),
  ),
  detailedBasemap: z.nullable(
    z.strictObject({
      name: z.string(),
      styleUrl: httpsUrl,
      attribution: z.string(),
      hosts: z.optional(z.array(z.string())),
    }),
  ),
})

/**
 * The configuration of a site: hosts from which the page may load data sets (`dataHosts`), and the detailed basemap that
 * it offers, with the hosts that serve it; null where it offers none.
 */
export type SiteConfig = z.infer<typeof siteSchema>

/**
 * Reads the site's configuration.
 * @throws Error with file, field and reason of each problem
 */
export function readSiteConfig(file: string): SiteConfig {
  const result = z.safeParse(siteSchema, parse(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  const reasons = result.error.issues.map((issue) => `${file} ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(reasons.join('\n'))
}

/** Origins that the page may request from, beside its own. */
export function foreignOrigins(site: SiteConfig): string[] {
  const basemap = site.detailedBasemap
  const hosts = [
    ...site.dataHosts,
    ...(basemap ? [new URL(basemap.styleUrl).host, ...(basemap.hosts ?? [])] : []),
  ]
  return [...new Set(hosts.map((host) => `https://${host}`))]
}
