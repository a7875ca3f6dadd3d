import { gunzipSync } from 'fflate'
import { createGazetteer } from '../../ingest/gazetteer/gazetteer.ts'
import type { InterpretOptions } from '../../ingest/importFiles.ts'
import { countryShapes, type ShapesFile } from '../../ingest/laws/countryShapes.ts'

/** Places by name, and shapes of countries. */
export type PlaceKnowledge = Pick<InterpretOptions, 'gazetteer' | 'shapes'>

let loading: Promise<PlaceKnowledge> | undefined

/**
 * Loads both from the host of the page, whatever the files hold: no request depends on them. What cannot be loaded is
 * left out, and loaded with the next files.
 * @param gazetteerUrl absolute URL of places.tsv.gz
 */
export async function placeKnowledge(gazetteerUrl: string): Promise<PlaceKnowledge> {
  loading ??= load(gazetteerUrl)
  const known = await loading
  if (!known.gazetteer || !known.shapes) loading = undefined
  return known
}

async function load(gazetteerUrl: string): Promise<PlaceKnowledge> {
  const shapesUrl = new URL('../../ingest/laws/country-shapes.geojson.gz', import.meta.url).href
  const [gazetteer, shapes] = await Promise.all([
    whereLoaded(gazetteerUrl, createGazetteer),
    whereLoaded(shapesUrl, (bytes) => countryShapes(parseShapes(bytes))),
  ])
  return { ...(gazetteer && { gazetteer }), ...(shapes && { shapes }) }
}

async function whereLoaded<T>(url: string, read: (bytes: Uint8Array) => T): Promise<T | undefined> {
  try {
    const response = await fetch(url)
    return response.ok ? read(new Uint8Array(await response.arrayBuffer())) : undefined
  } catch {
    return undefined
  }
}

/** Some hosts unpack the file on the way. */
function parseShapes(bytes: Uint8Array): ShapesFile {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  // The file is made by data/basemap/shapes.mjs, and comes from the host of the page.
  return JSON.parse(new TextDecoder().decode(isPacked ? gunzipSync(bytes) : bytes)) as ShapesFile
}
