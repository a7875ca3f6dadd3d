import { publishInOrder } from '../published/publishDataset.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Manifest } from '../published/manifest.ts'
import { datasetFolder } from './datasetFolder.ts'
import { syntheticDataset } from './synthetic/syntheticDataset.ts'

/** Incidents in one page: more than in a small data set, so that a million make only four thousand files. */
const PAGE_SIZE = 256

/**
 * Writes an invented data set in the published form.
 * @param seed whole number from 0 to 2^32 - 1; the same seed and size give the same bytes
 * @param onProgress called with the number of incidents written so far
 */
export async function generate(
  options: { incidents: number; seed: number; outDir: string },
  onProgress: (done: number) => void = () => {},
): Promise<Manifest> {
  const dataset = syntheticDataset(options.incidents, options.seed)
  const out = datasetFolder(options.outDir)
  const manifest = await publishInOrder(
    { ...dataset, incidents: counted(dataset.incidents, onProgress) },
    { pageSize: PAGE_SIZE },
    out.write,
  )
  await out.finish()
  return manifest
}

function* counted(incidents: Iterable<Incident>, onProgress: (done: number) => void): Generator<Incident> {
  let done = 0
  for (const incident of incidents) {
    yield incident
    done += 1
    onProgress(done)
  }
}

/** What a data set weighs, file by file, and what a page loads of it before the first view. */
export function describeSizes({ dictionaries, columns, lists, texts, rows }: Manifest): string[] {
  const needed = [dictionaries, columns, ...Object.values(lists)]
  const first = needed.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    ...[...needed, texts].map(({ name, bytes }) => `${String(bytes).padStart(11)}  ${name}`),
    `${rows} incidents; ${(first / Math.max(1, rows)).toFixed(1)} bytes each before the first view`,
  ]
}
