import { parentPort } from 'node:worker_threads'
import { answerParquet } from '../ingest/readers/parquet/answerParquet.ts'

// Reads the one Parquet file that it is sent.
parentPort?.once('message', (bytes: Uint8Array) => {
  void answerParquet(bytes, (answer, transfer) => parentPort?.postMessage(answer, transfer))
})
