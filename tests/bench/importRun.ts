import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { readCountryShapes } from '../../src/cli/readCountryShapes.ts'
import { readGazetteer } from '../../src/cli/readGazetteer.ts'
import { interpretFiles, readFiles } from '../../src/ingest/importFiles.ts'

/** What one process measures; `longestStep` is the longest time in milliseconds in which no other task had its turn. */
export interface ImportMeasured {
  rows: number
  seconds: number
  cpuSeconds: number
  peakMegabytes: number
  longestStep: number
}

const TODAY = 20_000

async function readByOurs(path: string): Promise<number> {
  const read = await readFiles([{ name: 'rows.csv', bytes: await readFile(path) }])
  const [shapes, gazetteer] = [await readCountryShapes(), await readGazetteer()]
  const { report } = await interpretFiles(read, {}, { today: TODAY, shapes, gazetteer })
  return report.files.reduce((sum, file) => sum + file.rows, 0)
}

async function readByPapaparse(path: string): Promise<number> {
  let rows = 0
  Papa.parse<string[]>(new TextDecoder().decode(await readFile(path)), {
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
    step: () => {
      rows += 1
    },
  })
  return rows
}

/** Measures the longest pause between two turns of the event loop. @returns ends the measurement and tells it */
function watchSteps(): () => number {
  let [last, longest] = [performance.now(), 0]
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  return () => {
    clearInterval(timer)
    look()
    return longest
  }
}

const [, , reader, path = ''] = process.argv
const endOfSteps = watchSteps()
const [start, cpu] = [performance.now(), process.cpuUsage()]
const rows = await (reader === 'papaparse' ? readByPapaparse : readByOurs)(path)
const { user } = process.cpuUsage(cpu)
const measured: ImportMeasured = {
  rows,
  seconds: (performance.now() - start) / 1e3,
  cpuSeconds: user / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  longestStep: endOfSteps(),
}
process.stdout.write(JSON.stringify(measured))
