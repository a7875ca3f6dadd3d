import { isRecord } from '../../../incidents/shapeChecks.ts'

/** Bytes of the longest manifest: some thirty files are named in it, and what is said of the data set. */
export const MAX_MANIFEST_BYTES = 1024 ** 2

/** Whether a file of this path may be the manifest of a published data set. */
export function isManifestPath(path: string): boolean {
  return /(^|\/)manifest\.json$/.test(path)
}

/** Whether the content is the manifest of a data set that this program has published, of whatever version. */
export function isManifest(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_MANIFEST_BYTES) return false
  try {
    const plain: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(plain) && 'schemaVersion' in plain && 'dictionaries' in plain && 'pages' in plain
  } catch {
    return false
  }
}
