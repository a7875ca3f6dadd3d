import { resolve } from 'node:path'
import { publishDataset } from '../published/publishDataset.ts'
import type { Manifest } from '../published/manifest.ts'
import { datasetFolder } from './datasetFolder.ts'
import { countMistakes, isError, type Mistake } from './mistake.ts'
import { readDataFolder } from './readDataFolder.ts'
import { reachOf, type Reach } from './sitePacks.ts'

/** What a build wrote, or why it wrote nothing. */
export type BuildOutcome =
  | {
      ok: true
      manifest: Manifest
      files: { name: string; bytes: number }[]
      /** Where its incidents are. */
      reach: Reach
      warnings: Mistake[]
    }
  | { ok: false; mistakes: Mistake[] }

/**
 * Compiles a data set as people edit it into its published form. Where there is an error, nothing is written.
 * @returns what was written and the warnings, or everything that is wrong
 */
export async function buildDataset(folders: { dataDir: string; outDir: string }): Promise<BuildOutcome> {
  const { dataset, actors, places, incidents, mistakes } = await readDataFolder(resolve(folders.dataDir))
  if (mistakes.some(isError) || !dataset.value || !actors.value || !places.value) {
    return { ok: false, mistakes }
  }
  const records = incidents.flatMap(({ value }) => value ?? [])
  const { manifest, files } = await publishDataset(
    {
      about: dataset.value,
      actors: actors.value,
      places: places.value,
      incidents: records,
    },
    { generated: reproducibleTime() },
  )
  const out = datasetFolder(resolve(folders.outDir))
  // In this order the manifest comes last, when every file that it names is there.
  for (const file of files) await out.write(file)
  await out.finish()
  return {
    ok: true,
    manifest,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
    reach: reachOf(places.value, records),
    warnings: mistakes,
  }
}

/** The last line that a build prints, such as "98 incidents, version 2ffa3ef6171d, 3 warnings". */
export function summaryOf(outcome: BuildOutcome): string {
  if (!outcome.ok) return `${countMistakes(outcome.mistakes)}: nothing was written`
  const { rows, version } = outcome.manifest
  const built = `${rows} ${rows === 1 ? 'incident' : 'incidents'}, version ${version.slice(0, 12)}`
  return [built, countMistakes(outcome.warnings)].filter(Boolean).join(', ')
}

/** The time of SOURCE_DATE_EPOCH, ISO 8601, where it is set: https://reproducible-builds.org/specs/source-date-epoch */
function reproducibleTime(): string | undefined {
  const seconds = process.env['SOURCE_DATE_EPOCH']
  return seconds !== undefined && /^\d{1,11}$/.test(seconds)
    ? new Date(Number(seconds) * 1000).toISOString()
    : undefined
}
