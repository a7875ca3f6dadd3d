import { unpackPublished } from '../../published/publishedFile.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { PublishedFile } from '../../published/manifest.ts'

/**
 * One file of a published data set, unpacked and verified.
 * @param manifestUrl the address that the file's name is relative to
 * @param onBytes told of each piece that arrives
 * @throws SourceError
 */
export async function fetchPublished(
  manifestUrl: string,
  file: PublishedFile,
  onBytes: (bytes: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(file.name, manifestUrl)
  // The version is part of the address: a cache can never answer with the file of another one.
  url.searchParams.set('v', file.sha256.slice(0, 12))
  return unpackPublished(await download(url.href, file, onBytes), file)
}

async function download(
  url: string,
  file: PublishedFile,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array> {
  const response = await reach(url, file)
  if (!response.ok) throw new SourceError('missing', `answered ${response.status}`, file.name)
  // Many hosts answer with their page where they have no such file.
  if (response.headers.get('content-type')?.startsWith('text/html'))
    throw new SourceError('missing', 'answered with a page', file.name)
  const reader = response.body?.getReader()
  if (!reader) throw new SourceError('malformed', 'the answer has no content', file.name)
  const pieces: Uint8Array[] = []
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value)
      onBytes(piece.value.length)
    }
  } catch (reason) {
    throw new SourceError('truncated', String(reason), file.name)
  }
  return joined(pieces)
}

async function reach(url: string, file: PublishedFile): Promise<Response> {
  try {
    return await fetch(url)
  } catch (reason) {
    throw new SourceError('unreachable', String(reason), file.name)
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
