import {
  guardParquet,
  type ParquetAnswer,
  type ParquetProcess,
} from '../../ingest/readers/parquet/guardParquet.ts'

/** Reads Parquet files, each in a worker of its own that is ended where it makes no progress. */
export const readParquetInWorker = guardParquet(beginWorker)

function beginWorker(): ParquetProcess {
  const worker = new Worker(new URL('./parquetWorker.ts', import.meta.url), {
    type: 'module',
    name: 'parquet',
  })
  return {
    start(bytes, onAnswer, onLost) {
      worker.addEventListener('message', ({ data }: MessageEvent<ParquetAnswer>) => {
        onAnswer(data)
      })
      worker.addEventListener('error', () => {
        onLost('damaged-file')
      })
      worker.addEventListener('messageerror', () => {
        onLost('unpacks-too-large')
      })
      worker.postMessage(bytes, [])
    },
    end: () => worker.terminate(),
  }
}
