import type { FileFaultCode } from '../../query/importReport.ts'

/** Ends the reading of a file from deep inside a reader, which turns it into a `FaultyFile`. */
export class FileFault extends Error {
  readonly code: FileFaultCode

  constructor(code: FileFaultCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'FileFault'
    this.code = code
  }
}
