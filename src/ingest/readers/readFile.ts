import { MAX_FILE_BYTES, UnpackAllowance } from './archives/unpackAllowance.ts'
import { FileFault } from './fileFault.ts'
import type { FaultyFile, ReadFile, ReadOptions } from './fileTable.ts'
import { sniffFormat } from './sniffFormat.ts'
import { readTableFile } from './tableFile.ts'

/** Archives in archives that are opened. */
const MAX_ARCHIVES = 2

/**
 * Reads a file of any format that is known, or the files in an archive. The reader of each format is loaded when it is
 * needed. What cannot be read comes back with the reason; nothing in a file makes the promise reject.
 * @throws the reason of `options.signal` once that is aborted
 */
export function readFile(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<(ReadFile | FaultyFile)[]> {
  const allowance = new UnpackAllowance(bytes.length)
  return openFile({ name, bytes, options, allowance, archives: 0 })
}

interface Opening {
  name: string
  bytes: Uint8Array
  options: ReadOptions
  allowance: UnpackAllowance
  /** Number of archives that the file lies in. */
  archives: number
}

async function openFile(opening: Opening): Promise<(ReadFile | FaultyFile)[]> {
  const { name, bytes, options } = opening
  options.signal?.throwIfAborted()
  if (bytes.length > MAX_FILE_BYTES) return [{ name, bytes: bytes.length, fault: 'file-too-large' }]
  try {
    return await readSniffed(opening)
  } catch (error) {
    options.signal?.throwIfAborted()
    if (!(error instanceof FileFault)) throw error
    return [{ name, bytes: bytes.length, fault: error.code }]
  }
}

async function readSniffed(opening: Opening): Promise<(ReadFile | FaultyFile)[]> {
  const { name, bytes, options } = opening
  const sniffed = sniffFormat(name, bytes)
  if (sniffed.kind === 'fault') throw new FileFault(sniffed.fault)
  switch (sniffed.format) {
    case 'table':
      return [await readTableFile(name, bytes, options)]
    case 'json':
    case 'json-lines': {
      const { readJson } = await import('./json/readJson.ts')
      return [await readJson(name, bytes, sniffed.format === 'json-lines', options)]
    }
    case 'kml': {
      const { readKml } = await import('./kml/readKml.ts')
      return [await readKml(name, bytes, options)]
    }
    case 'yaml': {
      const { readYaml } = await import('./yaml/readYaml.ts')
      return readYaml(name, [{ path: name, bytes }], options)
    }
    case 'parquet': {
      const read = options.readParquet ?? (await import('./parquet/readParquet.ts')).readParquet
      return read(name, bytes, options)
    }
    case 'gzip':
    case 'zip':
      return readArchive(opening, sniffed.format)
  }
}

async function readArchive(
  { name, bytes, options, allowance, archives }: Opening,
  format: 'gzip' | 'zip',
): Promise<(ReadFile | FaultyFile)[]> {
  if (archives === MAX_ARCHIVES) throw new FileFault('too-deep')
  const { readGzip, readZip } = await import('./archives/readArchive.ts')
  return (format === 'gzip' ? readGzip : readZip)({
    name,
    bytes,
    options,
    allowance,
    open: (member, content, part) =>
      openFile({ name: member, bytes: content, options: part, allowance, archives: archives + 1 }),
  })
}
