import type { InputFile } from '../../ingest/readers/fileGroups.ts'
import type { FaultyFile } from '../../ingest/readers/fileTable.ts'

/** Largest file that is read into memory. */
const MAX_BYTES = 2_000_000_000

/** The bytes of files; those that are too large, or that the browser cannot read, such as a folder, are faulty. */
export async function bytesOf(
  given: readonly File[],
  signal: AbortSignal,
): Promise<{ files: InputFile[]; faulty: FaultyFile[] }> {
  const files: InputFile[] = []
  const faulty: FaultyFile[] = []
  for (const file of given) {
    signal.throwIfAborted()
    const { name, size } = file
    if (size > MAX_BYTES) {
      faulty.push({ name, bytes: size, fault: 'file-too-large' })
      continue
    }
    try {
      files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
    } catch {
      faulty.push({ name, bytes: size, fault: 'unreadable-file' })
    }
  }
  return { files, faulty }
}
