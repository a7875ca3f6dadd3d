/** First bytes of an OLE2 compound file. */
const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Fault of an OLE2 file, which is a workbook of Excel 97 or one behind a password; undefined for any other file. */
export function faultOfCompoundFile(bytes: Uint8Array): 'encrypted' | 'xls' | undefined {
  if (!signature.every((byte, i) => bytes[i] === byte)) return undefined
  const directory = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  return directory.includes('EncryptedPackage') ? 'encrypted' : 'xls'
}
