import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { publishDataset } from '../export/publishDataset.ts'
import type { Manifest } from '../query/manifest.ts'
import { checkReferences } from './checkReferences.ts'
import { datasetFolder } from './datasetFolder.ts'
import { formatMistake, inFileOrder, type Mistake } from './mistake.ts'
import { readDataFolder } from './readDataFolder.ts'

export type BuildOutcome =
  | { ok: true; manifest: Manifest; files: { name: string; bytes: number }[] }
  | { ok: false; mistakes: Mistake[] }

/**
 * Compiles a data set as people edit it into its published form. Where there is any mistake, nothing is written,
 * and all mistakes found are returned.
 */
export async function buildDataset(folders: { dataDir: string; outDir: string }): Promise<BuildOutcome> {
  const folder = await readDataFolder(resolve(folders.dataDir))
  const mistakes = [...folder.mistakes, ...checkReferences(folder)]
  const { dataset, actors, places, incidents } = folder
  if (mistakes.length > 0 || !dataset.value || !actors.value || !places.value) {
    return { ok: false, mistakes: inFileOrder(mistakes) }
  }
  const { manifest, files } = await publishDataset(
    {
      about: dataset.value,
      actors: actors.value,
      places: places.value,
      incidents: incidents.flatMap(({ value }) => value ?? []),
    },
    { generated: reproducibleTime() },
  )
  const out = datasetFolder(resolve(folders.outDir))
  // The manifest is the last: what it names is there before it.
  for (const file of files) await out.write(file)
  await out.finish()
  return { ok: true, manifest, files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) }
}

/** SOURCE_DATE_EPOCH: reproducible-builds.org/specs/source-date-epoch */
function reproducibleTime(): string | undefined {
  const seconds = process.env['SOURCE_DATE_EPOCH']
  return seconds !== undefined && /^\d{1,11}$/.test(seconds)
    ? new Date(Number(seconds) * 1000).toISOString()
    : undefined
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      out: { type: 'string', default: 'public/dataset' },
    },
  })
  const outcome = await buildDataset({ dataDir: values.data, outDir: values.out })
  if (outcome.ok) {
    for (const { name, bytes } of outcome.files) console.log(`${String(bytes).padStart(9)}  ${name}`)
    console.log(`${outcome.manifest.rows} incidents, version ${outcome.manifest.version.slice(0, 12)}`)
    return
  }
  for (const mistake of outcome.mistakes) console.error(formatMistake(mistake))
  console.error(
    `${outcome.mistakes.length} ${outcome.mistakes.length === 1 ? 'mistake' : 'mistakes'}: nothing was written`,
  )
  process.exitCode = 1
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main()
