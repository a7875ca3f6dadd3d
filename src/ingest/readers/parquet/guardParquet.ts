import type { FileFaultCode } from '../../../query/importReport.ts'
import type { FaultyFile, FileReader, ReadOptions } from '../fileTable.ts'
import type { ParquetContent } from './decodeParquet.ts'
import { parquetFile } from './parquetFile.ts'

/** What a process that reads a Parquet file tells. */
export type ParquetAnswer =
  | { kind: 'progress'; share: number }
  | { kind: 'content'; content: ParquetContent }
  | { kind: 'fault'; fault: FileFaultCode }

/** A thread that reads one Parquet file and can be ended at any time. */
export interface ParquetProcess {
  /** @param onLost called where it ends by itself without an answer */
  start(
    bytes: Uint8Array,
    onAnswer: (answer: ParquetAnswer) => void,
    onLost: (fault: FileFaultCode) => void,
  ): void
  end(): void
}

/** Milliseconds without progress after which a file is given up. */
const PATIENCE = 20_000

/**
 * A reader of Parquet files that cannot be held up: each file is read in a process of its own, which is ended where it
 * makes no progress (`time-limit`) or the reading is aborted. Rejects where a process ends before it has told anything.
 * @param patience milliseconds without progress
 */
export function guardParquet(begin: () => ParquetProcess, patience = PATIENCE): FileReader {
  return async (name, bytes, options) => {
    const answer = await answerOf(begin(), bytes, patience, options)
    if (answer.kind === 'content') return [parquetFile(name, bytes.length, answer.content)]
    const faulty: FaultyFile = { name, bytes: bytes.length, fault: answer.fault }
    return [faulty]
  }
}

function answerOf(
  reading: ParquetProcess,
  bytes: Uint8Array,
  patience: number,
  { signal, onProgress }: ReadOptions,
): Promise<Exclude<ParquetAnswer, { kind: 'progress' }>> {
  return new Promise<Exclude<ParquetAnswer, { kind: 'progress' }>>((resolve, reject) => {
    signal?.throwIfAborted()
    const giveUp = () => settle(() => resolve({ kind: 'fault', fault: 'time-limit' }))
    const abort = () => settle(() => reject(signal?.reason))
    let timer = setTimeout(giveUp, patience)
    let isRunning = false
    function settle(how: () => void) {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      reading.end()
      how()
    }
    signal?.addEventListener('abort', abort)
    reading.start(
      bytes,
      (answer) => {
        isRunning = true
        if (answer.kind !== 'progress') return settle(() => resolve(answer))
        onProgress?.(answer.share)
        clearTimeout(timer)
        timer = setTimeout(giveUp, patience)
      },
      (fault) =>
        settle(() => {
          if (isRunning) resolve({ kind: 'fault', fault })
          else reject(new Error('the reader of Parquet files could not be started'))
        }),
    )
  })
}
