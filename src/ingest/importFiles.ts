import type { ImportOptions } from './interpret/importedDataset.ts'
import type { FaultyFile, ReadFile } from './readers/fileTable.ts'
import { readTableFile } from './readers/tableFile.ts'

/** A file as it is given. */
export interface InputFile {
  name: string
  bytes: Uint8Array
}

/**
 * Reads the tables of files. Several come from an archive. A file whose name and bytes equal those of an earlier one is
 * given back with the fault `same-file`.
 */
export async function readFiles(
  files: readonly InputFile[],
  { signal, onProgress }: ImportOptions = {},
): Promise<(ReadFile | FaultyFile)[]> {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const read: (ReadFile | FaultyFile)[] = []
  let before = 0
  for (const { name, bytes } of files) {
    const start = before
    read.push(
      await readTableFile(name, bytes, {
        ...(signal && { signal }),
        onProgress: (share) => onProgress?.({ bytes: start + share * bytes.length, totalBytes, records: 0 }),
      }),
    )
    before += bytes.length
  }
  return read
}
