import type { Manifest } from '../../published/manifest.ts'
import { readManifest } from '../../published/readManifest.ts'
import { SourceError } from '../../query/incidentSource.ts'

/**
 * The manifest as it is published now.
 * @param expected version that the host is known to have; null where none is
 * @returns the manifest of the expected version where the host answers with it, else of any version
 * @throws SourceError
 */
export async function fetchManifest(manifestUrl: string, expected: string | null): Promise<Manifest> {
  const manifest = await requestManifest(manifestUrl, 'no-cache')
  return expected === null || manifest.version === expected
    ? manifest
    : requestManifest(manifestUrl, 'reload')
}

async function requestManifest(manifestUrl: string, cache: RequestCache): Promise<Manifest> {
  let response: Response
  try {
    response = await fetch(manifestUrl, { cache })
  } catch (reason) {
    throw new SourceError('unreachable', String(reason), manifestUrl)
  }
  if (!response.ok) throw new SourceError('missing', `HTTP status ${response.status}`, manifestUrl)
  return readManifest(await response.text(), manifestUrl)
}
