/**
 * SHA-256 of the bytes, as 64 lower-case hex digits.
 * @returns undefined where the browser offers no Web Crypto: on a page served by plain http from another machine. The
 *   code of such a page is not authenticated either, so a check of the data would add nothing.
 */
export async function sha256(content: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto }
  if (!subtle) return undefined
  const digest = new Uint8Array(await subtle.digest('SHA-256', content))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
