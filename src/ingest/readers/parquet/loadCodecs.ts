import type { CompressionCodec, Compressors } from 'hyparquet'
import { FileFault } from '../fileFault.ts'

type Decompress = NonNullable<Compressors[CompressionCodec]>

/** How each codec is loaded; undefined for those that hyparquet has itself. */
const loaders: Readonly<Record<string, (() => Promise<Decompress>) | undefined>> = {
  UNCOMPRESSED: undefined,
  SNAPPY: undefined,
  GZIP: async () => {
    const { gunzip } = await import('hyparquet-compressors/src/gzip.js')
    return (input, length) => gunzip(input, new Uint8Array(length))
  },
  BROTLI: async () => (await import('hyparquet-compressors/src/brotli.js')).decompressBrotli,
  LZ4: async () => (await import('hyparquet-compressors/src/lz4.js')).decompressLz4,
  LZ4_RAW: async () => (await import('hyparquet-compressors/src/lz4.js')).decompressLz4Raw,
  ZSTD: async () => {
    const { decompress } = await import('fzstd')
    return (input, length) => decompress(input, new Uint8Array(length))
  },
}

/** Decompressors of the codecs that a file uses. @throws FileFault `unsupported-compression` */
export async function loadCodecs(used: Iterable<CompressionCodec | undefined>): Promise<Compressors> {
  const compressors: Compressors = {}
  for (const codec of new Set(used)) {
    if (codec === undefined || !Object.hasOwn(loaders, codec)) throw new FileFault('unsupported-compression')
    const load = loaders[codec]
    if (load) compressors[codec] = await load()
  }
  return compressors
}
