import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { build } from 'vite'
import { acledLikeRows } from './acledLikeRows.ts'
import type { ImportMeasured } from './importRun.ts'

/*
 * Reads an invented table of a million rows, or of as many as the first argument says, a tenth of them bad: by ours, as
 * incidents, and by papaparse alone, as cells, which is the least that a reader of CSV has to do. Each in a process of its
 * own, bundled as the program is: run from source, tsx makes every closure dearer.
 */

/** In the package, where the bundle finds the shapes of countries and the gazetteer. */
const bundle = 'node_modules/.cache/bench'

const rows = Number(process.argv[2] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'bench-import-'))
try {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: 'tests/bench/importRun.ts', target: 'node20', outDir: bundle, emptyOutDir: true },
  })
  const path = join(folder, 'rows.csv')
  await pipeline(Readable.from(acledLikeRows(rows)), createWriteStream(path))
  const measure = (reader: 'ours' | 'papaparse') =>
    JSON.parse(
      execFileSync(process.execPath, [join(bundle, 'importRun.js'), reader, path]).toString(),
    ) as ImportMeasured
  const [ours, papaparse] = [measure('ours'), measure('papaparse')]
  console.table({
    ours: readable(ours),
    'papaparse alone': readable(papaparse),
    ratio: { seconds: (ours.seconds / papaparse.seconds).toFixed(2) },
  })
} finally {
  await rm(folder, { recursive: true })
}

function readable({ rows: read, seconds, cpuSeconds, peakMegabytes, longestStep }: ImportMeasured) {
  return {
    rows: read,
    'rows/s': Math.round(read / seconds),
    seconds: seconds.toFixed(1),
    'CPU seconds': cpuSeconds.toFixed(1),
    'peak MB': Math.round(peakMegabytes),
    'longest step ms': Math.round(longestStep),
  }
}
