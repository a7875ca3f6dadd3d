import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGazetteer, type Gazetteer } from '../ingest/gazetteer/gazetteer.ts'
import { packageFolder, pageFolder } from './packageFolder.ts'

const name = 'gazetteer/places.tsv.gz'

let reading: Promise<Gazetteer> | undefined

/** The positions of places, read once from their file: that of the source, or of the built page. */
export function readGazetteer(): Promise<Gazetteer> {
  reading ??= readFile(join(packageFolder, 'public', name))
    .catch(() => readFile(join(pageFolder, name)))
    .then(createGazetteer)
  return reading
}
