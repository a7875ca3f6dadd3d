/**
 * SHA-256 of the bytes, in hex; undefined where the platform computes none: a page that is served neither from this
 * machine nor over https, whose own code is not vouched for either.
 */
export async function sha256(content: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto }
  if (!subtle) return undefined
  const digest = new Uint8Array(await subtle.digest('SHA-256', content))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
