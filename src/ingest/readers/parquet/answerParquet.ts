import { FileFault } from '../fileFault.ts'
import { decodeParquet } from './decodeParquet.ts'
import type { ParquetAnswer } from './guardParquet.ts'

/**
 * The work of a process that `guardParquet` begins: reads the file and tells the answer.
 * @param tell called with buffers whose owner may change
 */
export async function answerParquet(
  bytes: Uint8Array,
  tell: (answer: ParquetAnswer, transfer: ArrayBuffer[]) => void,
): Promise<void> {
  tell({ kind: 'progress', share: 0 }, [])
  try {
    const content = await decodeParquet(bytes, {
      onProgress: (share) => {
        tell({ kind: 'progress', share }, [])
      },
    })
    const { chunks, entries, chunkOf, starts } = content.table
    tell(
      { kind: 'content', content },
      [...chunks, entries, chunkOf, starts].map(({ buffer }) => buffer),
    )
  } catch (error) {
    tell({ kind: 'fault', fault: error instanceof FileFault ? error.code : 'damaged-file' }, [])
  }
}
