import { SourceError } from '../query/incidentSource.ts'
import type { Manifest } from '../published/manifest.ts'
import { readManifest } from '../published/readManifest.ts'

/**
 * The manifest as it is published now, whatever a cache holds.
 * @throws SourceError
 */
export async function fetchManifest(manifestUrl: string, signal: AbortSignal): Promise<Manifest> {
  let response: Response
  try {
    response = await fetch(manifestUrl, { signal, cache: 'no-cache' })
  } catch (reason) {
    signal.throwIfAborted()
    throw new SourceError('unreachable', String(reason), manifestUrl)
  }
  if (!response.ok) throw new SourceError('missing', `answered ${response.status}`, manifestUrl)
  return readManifest(await response.text(), manifestUrl)
}
