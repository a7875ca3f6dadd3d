/**
 * 32-bit FNV-1a (draft-eastlake-fnv) over the UTF-16 code units of a text, low byte before high byte: column `urls` of
 * `incidents` has it of each URL.
 * @param url in canonical form (`canonicalUrl`)
 */
export function urlHash(url: string): number {
  let hash = 0x811c_9dc5
  for (let at = 0; at < url.length; at += 1) {
    const unit = url.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x0100_0193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x0100_0193)
  }
  return hash >>> 0
}
