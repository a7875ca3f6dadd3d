import { parentPort } from 'node:worker_threads'
import { readFile } from '../../src/ingest/readers/readFile.ts'
import { lawBroken } from './lawBroken.ts'
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

parentPort?.on('message', (index: number) => {
  void readMutation(index).then((result) => parentPort?.postMessage(result, []))
})

async function readMutation(index: number): Promise<MutationResult> {
  const { name, bytes } = mutateFile(index, files)
  const start = performance.now()
  const result = { index, name }
  try {
    const read = await readFile(name, bytes, {})
    const outcomes = read.map((each) => ('fault' in each ? each.fault : 'read'))
    return {
      ...result,
      time: performance.now() - start,
      outcome: [...new Set(outcomes)].join(),
      wrong: read.length === 0 ? 'nothing came back' : read.map(lawBroken).find(Boolean),
    }
  } catch (error) {
    return { ...result, time: performance.now() - start, outcome: 'error', wrong: String(error) }
  }
}
