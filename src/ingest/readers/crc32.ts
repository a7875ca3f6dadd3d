/** Of the polynomial 0xEDB88320, one entry a byte. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of ISO 3309, before the last inversion. @param crc of the bytes before; ~0 at the start */
export function addToCrc(crc: number, bytes: Uint8Array): number {
  let sum = crc
  for (const byte of bytes) sum = (sum >>> 8) ^ (crcTable[(sum ^ byte) & 0xff] ?? 0)
  return sum
}

/** CRC-32 of ISO 3309, unsigned. */
export function crc32(bytes: Uint8Array): number {
  return ~addToCrc(~0, bytes) >>> 0
}
