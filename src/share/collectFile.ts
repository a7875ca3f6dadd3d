import type { ExportChunk } from '../query/incidentSource.ts'

/** Bytes collected in memory before they are handed over to the browser, which may move a blob to disk. */
const HELD = 8_000_000

/**
 * The file that the chunks of an export make up.
 * @param type media type of the file
 * @param onProgress called after each chunk with records written so far, and in all
 * @throws what the iteration throws
 */
export async function collectFile(
  chunks: AsyncIterable<ExportChunk>,
  type: string,
  onProgress: (done: number, total: number) => void,
): Promise<Blob> {
  const parts: Blob[] = []
  let held: Uint8Array<ArrayBuffer>[] = []
  let heldBytes = 0
  for await (const { bytes, done, total } of chunks) {
    held.push(bytes)
    heldBytes += bytes.length
    if (heldBytes >= HELD) {
      parts.push(new Blob(held))
      held = []
      heldBytes = 0
    }
    onProgress(done, total)
  }
  return new Blob([...parts, ...held], { type })
}
