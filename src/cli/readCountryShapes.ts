import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { countryShapes, type CountryShapes, type ShapesFile } from '../ingest/laws/countryShapes.ts'
import { packageFolder } from './packageFolder.ts'

const file = join(packageFolder, 'src/ingest/laws/country-shapes.geojson.gz')

let reading: Promise<CountryShapes> | undefined

/** The shapes of all countries, read from their file once. */
export function readCountryShapes(): Promise<CountryShapes> {
  reading ??= readFile(file).then((bytes) =>
    countryShapes(JSON.parse(gunzipSync(bytes).toString()) as ShapesFile),
  )
  return reading
}
