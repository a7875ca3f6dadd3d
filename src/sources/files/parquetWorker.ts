import { answerParquet } from '../../ingest/readers/parquet/answerParquet.ts'

// Reads the one Parquet file that it is sent.
self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void answerParquet(data, (answer, transfer) => self.postMessage(answer, { transfer }))
})
