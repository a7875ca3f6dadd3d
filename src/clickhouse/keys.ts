import { createHash } from 'node:crypto'

/** `keys.key` of an incident: the first 64 bits of the SHA-256 of its id in UTF-8, big-endian. */
export function incidentKey(id: string): bigint {
  return createHash('sha256').update(id).digest().readBigUInt64BE(0)
}

/** A hash in `incidents.urls`: the first 32 bits of the SHA-256 of a canonical URL in UTF-8, big-endian. */
export function urlHash(canonicalUrl: string): number {
  return createHash('sha256').update(canonicalUrl).digest().readUInt32BE(0)
}
