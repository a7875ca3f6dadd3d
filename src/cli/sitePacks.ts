import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packAt, type PackEntry, type PackIndex } from '../basemaps/packIndex.ts'
import type { Incident, Place } from '../incidents/incident.ts'
import { boundsContain, givenPosition, type Bounds, type LngLat } from '../incidents/place.ts'
import { packageFolder } from './packageFolder.ts'

/** The folder that holds all packs of the built-in basemap, and their index. */
export const basemapFolder = join(packageFolder, 'public', 'basemap')

const INDEX = 'packs.json'
const PACKS = 'packs'

/** Where the incidents of a data set are. */
export interface Reach {
  places: readonly Place[]
  positions: Iterable<LngLat>
}

/** Where the incidents of plain records are. */
export function reachOf(places: readonly Place[], incidents: readonly Incident[]): Reach {
  return {
    places,
    positions: incidents.flatMap(({ place }) => [givenPosition(place)].filter((at) => at !== undefined)),
  }
}

/**
 * Leaves in a site the packs of the countries of its data set, by its places and positions. Where none of its countries is
 * known, which is so of a page for files of one's own, all packs are left.
 * @param site folder of the built page
 * @param reach `null` for no packs
 * @param from folder of all packs; without an index in it the site has none
 */
export async function writeSitePacks(site: string, reach: Reach | null, from = basemapFolder): Promise<void> {
  const to = join(site, 'basemap')
  const index = reach && (await readIndex(from))
  await Promise.all([INDEX, PACKS].map((name) => rm(join(to, name), { recursive: true, force: true })))
  if (!index) return
  const packs = packsOf(index.packs, reach)
  await mkdir(to, { recursive: true })
  for (const { file } of packs) {
    await mkdir(dirname(join(to, file)), { recursive: true })
    await cp(join(from, file), join(to, file))
  }
  await writeFile(join(to, INDEX), `${JSON.stringify({ packs })}\n`)
}

/** Whether a built page asks for packs. @param page its folder */
export async function hasPacks(page: string): Promise<boolean> {
  return (await readIndex(join(page, 'basemap'))) !== undefined
}

async function readIndex(folder: string): Promise<PackIndex | undefined> {
  const text = await readFile(join(folder, INDEX), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as PackIndex)
}

function packsOf(packs: readonly PackEntry[], { places, positions }: Reach): readonly PackEntry[] {
  const countries = new Set(places.flatMap(({ iso }) => iso ?? []))
  let rest = packs
    .filter(({ country }) => !countries.has(country))
    .map((pack) => ({ ...pack, bounds: boundsOf(pack.outline.flat()) }))
  for (const [lng, lat] of positions) {
    const near = rest.filter(({ bounds }) => boundsContain(bounds, lng, lat))
    const found = near.length > 0 ? packAt(near, [lng, lat])?.country : undefined
    if (found === undefined) continue
    countries.add(found)
    rest = rest.filter(({ country }) => country !== found)
  }
  return countries.size === 0 ? packs : packs.filter(({ country }) => countries.has(country))
}

/** The smallest rectangle around positions; the outlines of packs do not cross the antimeridian. */
function boundsOf(positions: readonly LngLat[]): Bounds {
  const bounds = { west: 180, south: 90, east: -180, north: -90 }
  for (const [lng, lat] of positions) {
    bounds.west = Math.min(bounds.west, lng)
    bounds.south = Math.min(bounds.south, lat)
    bounds.east = Math.max(bounds.east, lng)
    bounds.north = Math.max(bounds.north, lat)
  }
  return bounds
}
