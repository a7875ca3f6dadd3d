import { SourceError, type SourceErrorCode } from '../../query/incidentSource.ts'

/** An error as it crosses from one thread to the other. */
export interface Failure {
  code: SourceErrorCode
  detail: string
  file?: string | undefined
}

/** Whatever was thrown; what is no SourceError is a defect of ours. */
export function failureOf(reason: unknown): Failure {
  if (reason instanceof SourceError) return { code: reason.code, detail: reason.message, file: reason.file }
  return { code: 'internal', detail: String(reason) }
}

export function errorOf({ code, detail, file }: Failure): SourceError {
  return new SourceError(code, detail, file)
}
