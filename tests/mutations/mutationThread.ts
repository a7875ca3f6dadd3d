import { parentPort } from 'node:worker_threads'
import { interpretFiles, readFiles } from '../../src/ingest/importFiles.ts'
import type { FaultyFile, ReadFile } from '../../src/ingest/readers/fileTable.ts'
import { lawBroken, reportBroken } from './lawBroken.ts'
import { mutateFile } from './mutateFile.ts'
import { validFiles } from './validFiles.ts'

/** What became of one mutation. */
export interface MutationResult {
  index: number
  name: string
  /** Milliseconds. */
  time: number
  /** `read`, or codes of faults. */
  outcome: string
  /** An error, or the law that was broken; undefined where all is well. */
  wrong: string | undefined
}

const files = validFiles()

// The first message says that the thread is ready; each further one is the result of a mutation.
parentPort?.postMessage('ready', [])
parentPort?.on('message', (index: number) => {
  void readMutation(index).then((result) => parentPort?.postMessage(result, []))
})

async function readMutation(index: number): Promise<MutationResult> {
  const { name, bytes } = mutateFile(index, files)
  const start = performance.now()
  const result = { index, name }
  try {
    const read = await readFiles([{ name, bytes }])
    const outcomes = read.map((each) => ('fault' in each ? each.fault : 'read'))
    return {
      ...result,
      time: performance.now() - start,
      outcome: [...new Set(outcomes)].join(),
      wrong:
        read.length === 0
          ? 'nothing came back'
          : (read.map(lawBroken).find(Boolean) ?? (await importBroken(read))),
    }
  } catch (error) {
    return { ...result, time: performance.now() - start, outcome: 'error', wrong: String(error) }
  }
}

/** Day of the import: 2024-10-04. */
const TODAY = 20_000

/** What is wrong with what is made of files; incidents are read again and rejected rows written to the end. */
async function importBroken(read: readonly (ReadFile | FaultyFile)[]): Promise<string | undefined> {
  const { report, record, rejectedRows } = await interpretFiles(read, {}, { today: TODAY })
  for (let row = 0; row < report.incidents; row += 1)
    if (record(row).id === '') return `incident ${row} has no id`
  for (const { key, counts } of report.files.flatMap(({ tables }) => tables)) {
    const written = [...rejectedRows(key)].length
    if (written < counts.rejected) return `${written} lines for ${counts.rejected} rejected records`
  }
  return reportBroken(report)
}
