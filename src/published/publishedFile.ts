import { sha256 } from '../incidents/sha256.ts'
import { SourceError } from '../query/incidentSource.ts'
import type { PublishedFile } from './manifest.ts'

/**
 * Unpacks a file of a published data set and verifies its SHA-256.
 * @param bytes as received: gzipped, or already unpacked by the host
 * @returns bytes that begin at the start of a buffer of their own, so that any typed array can view them
 * @throws SourceError 'truncated' or 'altered' where the bytes are not those that the manifest names
 */
export async function unpackPublished(
  bytes: Uint8Array,
  file: PublishedFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (packed && bytes.length < file.bytes) {
    throw new SourceError('truncated', `${bytes.length} of ${file.bytes} bytes`, file.name)
  }
  const content = packed ? await gunzip(bytes, file) : Uint8Array.from(bytes)
  const hash = await sha256(content)
  // Where the platform computes no SHA-256, gzip's own checksum has been verified.
  if (hash !== undefined && hash !== file.sha256)
    throw new SourceError('altered', `SHA-256 ${hash}, not ${file.sha256}`, file.name)
  return content
}

async function gunzip(bytes: Uint8Array, file: PublishedFile): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const unpacked = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(unpacked).arrayBuffer())
  } catch (reason) {
    throw new SourceError('altered', `cannot be unpacked: ${String(reason)}`, file.name)
  }
}
