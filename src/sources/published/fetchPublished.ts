import type { PublishedFile } from '../../published/manifest.ts'
import { unpackPublished } from '../../published/publishedFile.ts'
import { SourceError } from '../../query/incidentSource.ts'

/** How a file is fetched. */
export interface FetchOptions {
  /** Called with the length of each piece that arrives, in bytes as transferred. */
  onBytes?: ((bytes: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * Downloads one file of a published data set, unpacks it and verifies its SHA-256.
 * @param manifestUrl absolute; the file's name is relative to it
 * @throws SourceError, or the signal's reason when aborted
 */
export async function fetchPublished(
  manifestUrl: string,
  file: PublishedFile,
  options: FetchOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(file.name, manifestUrl)
  // Makes the URL differ between versions, so that no cache answers with a file of another version.
  url.searchParams.set('v', file.sha256.slice(0, 12))
  return unpackPublished(await download(url.href, file, options), file)
}

async function download(
  url: string,
  file: PublishedFile,
  { onBytes, signal }: FetchOptions,
): Promise<Uint8Array> {
  const response = await request(url, file, signal)
  if (!response.ok) throw new SourceError('missing', `HTTP status ${response.status}`, file.name)
  // Many hosts answer with status 200 and a page of their own where they have no such file.
  if (response.headers.get('content-type')?.startsWith('text/html'))
    throw new SourceError('missing', 'the host answered with an HTML page', file.name)
  const reader = response.body?.getReader()
  if (!reader) throw new SourceError('malformed', 'the response has no body', file.name)
  const pieces: Uint8Array[] = []
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value)
      onBytes?.(piece.value.length)
    }
  } catch (reason) {
    signal?.throwIfAborted()
    throw new SourceError('truncated', String(reason), file.name)
  }
  return concatenated(pieces)
}

async function request(url: string, file: PublishedFile, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(url, signal && { signal })
  } catch (reason) {
    signal?.throwIfAborted()
    throw new SourceError('unreachable', String(reason), file.name)
  }
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
