import { Worker } from 'node:worker_threads'
import {
  guardParquet,
  type ParquetAnswer,
  type ParquetProcess,
} from '../ingest/readers/parquet/guardParquet.ts'

/** Memory of a thread, beyond which the file is given up. */
const MAX_MEGABYTES = 4096

/** Reads Parquet files, each in a thread of its own that is ended where it makes no progress. */
export const readParquetInThread = guardParquet(beginThread)

export function beginThread(
  script: URL = new URL('./parquetThread.ts', import.meta.url),
  maxMegabytes: number = MAX_MEGABYTES,
): ParquetProcess {
  const worker = new Worker(starterOf(script), {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
  })
  return {
    start(bytes, onAnswer, onLost) {
      worker.on('message', (answer: ParquetAnswer) => {
        onAnswer(answer)
      })
      worker.on('error', (error) => {
        onLost(
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'unpacks-too-large' : 'damaged-file',
        )
      })
      worker.postMessage(bytes, [])
    },
    end() {
      void worker.terminate()
    },
  }
}

/** A script that starts another. A thread does not inherit tsx, by which TypeScript is run. */
function starterOf(script: URL): string {
  const address = JSON.stringify(script.href)
  if (!script.pathname.endsWith('.ts')) return `import(${address})`
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  return `import(${tsx}).then(({ register }) => { register(); return import(${address}) })`
}
