import { asSourceError, SourceError, type SourceErrorCode } from '../../query/incidentSource.ts'

/** A SourceError as plain data, which can be sent between threads. */
export interface Failure {
  code: SourceErrorCode
  detail: string
  file?: string | undefined
}

/** @param reason whatever was thrown; what is no SourceError becomes one with code `internal` */
export function failureOf(reason: unknown): Failure {
  const { code, message, file } = asSourceError(reason)
  return { code, detail: message, file }
}

/** The error that a Failure was made from. */
export function errorOf({ code, detail, file }: Failure): SourceError {
  return new SourceError(code, detail, file)
}
