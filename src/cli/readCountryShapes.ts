import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { countryShapes, type CountryShapes, type ShapesFile } from '../ingest/laws/countryShapes.ts'

const file = resolve(import.meta.dirname, '../ingest/laws/country-shapes.geojson.gz')

let reading: Promise<CountryShapes> | undefined

/** The shapes of all countries, read from their file once. */
export function readCountryShapes(): Promise<CountryShapes> {
  reading ??= readFile(file).then((bytes) =>
    countryShapes(JSON.parse(gunzipSync(bytes).toString()) as ShapesFile),
  )
  return reading
}
