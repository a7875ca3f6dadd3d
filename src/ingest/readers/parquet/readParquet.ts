import { FileFault } from '../fileFault.ts'
import type { FaultyFile, FileReader } from '../fileTable.ts'
import { decodeParquet } from './decodeParquet.ts'
import { parquetFile } from './parquetFile.ts'

/** Reads a Parquet or GeoParquet file on this thread, which a damaged file may hold up for ever. */
export const readParquet: FileReader = async (name, bytes, options) => {
  try {
    return [parquetFile(name, bytes.length, await decodeParquet(bytes, options))]
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    const faulty: FaultyFile = { name, bytes: bytes.length, fault: error.code }
    return [faulty]
  }
}
