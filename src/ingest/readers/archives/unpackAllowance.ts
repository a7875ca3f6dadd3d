import { FileFault } from '../fileFault.ts'

/** Most bytes of a file, and of all that one file unpacks to. */
export const MAX_FILE_BYTES = 2 * 1024 ** 3

/** Bytes up to which any ratio of packing is taken. */
const HARMLESS_BYTES = 64 * 1024 ** 2

/** Most bytes that one byte of the given file may unpack to beyond that: tables of text reach 50, bombs 1,000. */
const MAX_RATIO = 250

/** What may be unpacked from one file that was given, archives in archives included. */
export class UnpackAllowance {
  private readonly most: number
  private used = 0

  /** @param given bytes of the file that was given */
  constructor(given: number) {
    this.most = Math.min(MAX_FILE_BYTES, Math.max(HARMLESS_BYTES, MAX_RATIO * given))
  }

  /** Counts bytes that are about to be unpacked, or have been. @throws FileFault `unpacks-too-large` */
  take(bytes: number): void {
    this.used += bytes
    if (this.used > this.most) throw new FileFault('unpacks-too-large')
  }
}
