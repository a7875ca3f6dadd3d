import * as z from 'zod/mini'
import type { Basemap, CreditPart, Licence, Variant } from '../basemaps/basemap.ts'
import { offeredBasemaps, offeredIds } from '../basemaps/offeredBasemaps.ts'

const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https address' })

/** A host name with or without port. Anything else could add a rule to the page's security policy. */
export const hostName = z
  .string()
  .check(z.regex(/^[a-z0-9.-]+(:\d+)?$/, { error: 'must be a host name, such as data.example.org' }))

const tilesUrl = z.string().check(
  z.regex(/^https:\/\/[a-z0-9.:-]+\/[^\s"<>]*$/, { error: 'must be an https address' }),
  z.refine((text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part)), {
    error: 'must hold {z}, {x} and {y}',
  }),
)

/** A path below the page's own address, or an https address. */
const archiveUrl = z.string().check(
  z.regex(/^(?:https:\/\/[a-z0-9.:-]+\/[^\s"<>]+|(?![/\\.])(?![a-z][a-z0-9+.-]*:)[^\s"<>\\]+)$/i, {
    error: 'must be a path below public/, or an https address',
  }),
)

const common = {
  id: z.string().check(
    z.regex(/^[a-z0-9-]{1,40}$/, { error: 'must be lower-case letters, digits and hyphens' }),
    z.refine((id) => !offeredIds.some((offered) => offered === id), {
      error: 'is the id of a basemap that the project offers',
    }),
  ),
  name: z.union([
    z.string(),
    z.strictObject({
      en: z.exactOptional(z.string()),
      ar: z.exactOptional(z.string()),
      fr: z.exactOptional(z.string()),
    }),
  ]),
  credit: z.string(),
  licence: z.optional(z.strictObject({ name: z.string(), url: httpsUrl })),
  hosts: z.optional(z.array(hostName)),
}

const zoom = z.int().check(z.gte(0), z.lte(24))

const ownSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('style'), url: httpsUrl, darkUrl: z.optional(httpsUrl) }),
  z.strictObject({
    ...common,
    kind: z.literal('raster'),
    tiles: tilesUrl,
    maxZoom: z.optional(zoom),
    tileSize: z.optional(z.literal([256, 512])),
    imagery: z.optional(z.boolean()),
  }),
  z.strictObject({ ...common, kind: z.literal('pmtiles'), url: archiveUrl, whole: z.optional(z.boolean()) }),
])

/** An item of `basemaps` in site.yaml: the id of one that the project offers, or one of the publisher's own. */
export const basemapSchema = z.union([z.enum(offeredIds), ownSchema], {
  error: `must be one of ${offeredIds.join(', ')}, or a map of your own: kind (style, raster or pmtiles), id, name, credit and its address`,
})

/** `detailedBasemap` of site.yaml, the key that `basemaps` replaces. */
export const oldBasemapSchema = z.strictObject({
  name: z.string(),
  styleUrl: httpsUrl,
  attribution: z.string(),
  hosts: z.optional(z.array(hostName)),
})

/** The basemap that an item of `basemaps` stands for. */
export function basemapOf(item: z.infer<typeof basemapSchema>): Basemap {
  if (typeof item === 'string') return offeredBasemaps[item]
  const hosts = item.hosts ?? []
  switch (item.kind) {
    case 'style': {
      const { url, darkUrl = url } = item
      return basemap(item, [...hostsOf(url), ...hostsOf(darkUrl), ...hosts], {
        kind: 'style',
        light: url,
        dark: darkUrl,
      })
    }
    case 'raster': {
      const { tiles, maxZoom = 18, tileSize = 256, imagery = false } = item
      return basemap(item, [...hostsOf(tiles), ...hosts], {
        kind: 'raster',
        tiles,
        maxZoom,
        tileSize,
        imagery,
      })
    }
    case 'pmtiles': {
      const { url, whole = false } = item
      return basemap(item, [...hostsOf(url), ...hosts], { kind: 'pmtiles', url, whole })
    }
  }
}

/** The basemap that `detailedBasemap` stands for. Links name it `detailed`. */
export function oldBasemap(old: z.infer<typeof oldBasemapSchema>): Basemap {
  const { name, styleUrl, attribution, hosts = [] } = old
  return basemap({ id: 'detailed', name, credit: attribution }, [...hostsOf(styleUrl), ...hosts], {
    kind: 'style',
    light: styleUrl,
    dark: styleUrl,
  })
}

function basemap(
  {
    id,
    name,
    credit,
    licence,
  }: Pick<Basemap, 'id' | 'name'> & { credit: string; licence?: Licence | undefined },
  hosts: readonly string[],
  map: Variant['map'],
): Basemap {
  const parts: CreditPart[] = [{ text: credit }]
  const variant: Variant = {
    id: 'own',
    name: null,
    credit: parts,
    acknowledgement: null,
    licence: licence ?? null,
    map,
  }
  return { id, name, hosts: [...new Set(hosts)], variants: [variant] }
}

/** The host of an https address; none for a path of the page's own. */
function hostsOf(url: string): string[] {
  return url.startsWith('https://') ? [new URL(url).host] : []
}
