import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
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

/**
 * The value of an option, from `least` to `most`.
 * @throws Error with a sentence for the user
 */
function wholeNumber(text: string, name: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new Error(`--${name} takes a whole number from ${least} to ${most}, not "${text}"`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      incidents: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  })
  if (!values.out) throw new Error('--out takes the folder to write to')
  const incidents = wholeNumber(values.incidents, 'incidents', 0, 10_000_000)
  const seed = wholeNumber(values.seed, 'seed', 0, 4_294_967_295)
  const step = Math.max(1, Math.floor(incidents / 20))
  const manifest = await generate({ incidents, seed, outDir: resolve(values.out) }, (done) => {
    if (done % step === 0) console.error(`${done} of ${incidents} incidents`)
  })
  const { dictionaries, columns, lists, texts, rows } = manifest
  const needed = [dictionaries, columns, ...Object.values(lists)]
  const first = needed.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { name, bytes } of [...needed, texts]) console.log(`${String(bytes).padStart(11)}  ${name}`)
  console.log(`${rows} incidents; ${(first / Math.max(1, rows)).toFixed(1)} bytes each before the first view`)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : reason)
    process.exitCode = 1
  })
}
