import {
  guardParquet,
  type ParquetAnswer,
  type ParquetProcess,
} from '../ingest/readers/parquet/guardParquet.ts'
import { startThread } from './startThread.ts'

/** Memory of a thread, beyond which the file is given up. */
const MAX_MEGABYTES = 4096

/** Reads Parquet files, each in a thread of its own that is ended where it makes no progress. */
export const readParquetInThread = guardParquet(beginThread)

/** @param script that reads and answers */
export function beginThread(
  script: URL = new URL('./parquetThread.ts', import.meta.url),
  maxMegabytes: number = MAX_MEGABYTES,
): ParquetProcess {
  const worker = startThread(script, maxMegabytes)
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
