import type { FileFaultCode } from '../../../query/importReport.ts'

/** Most bytes of a file, and of all that one file unpacks to. */
export const MAX_FILE_BYTES = 2 * 1024 ** 3

/** Bytes up to which any ratio of packing is taken. */
const HARMLESS_BYTES = 64 * 1024 ** 2

/** Most bytes that one packed byte may give beyond that: tables of text reach 50, bombs 1,000. */
const MAX_RATIO = 250

/** Why unpacking failed. */
export class UnpackFault extends Error {
  readonly code: FileFaultCode

  constructor(code: FileFaultCode) {
    super(code)
    this.name = 'UnpackFault'
    this.code = code
  }
}

/** What may still be unpacked from one file that was given, archives in it included. */
export class UnpackAllowance {
  private left = MAX_FILE_BYTES

  /**
   * Takes bytes off.
   * @throws UnpackFault where that is too much, in all or for the packed bytes
   */
  take(bytes: number, unpacked: number, packed: number): void {
    this.left -= bytes
    if (this.left < 0 || (unpacked > HARMLESS_BYTES && unpacked > MAX_RATIO * packed))
      throw new UnpackFault('unpacks-too-large')
  }
}
