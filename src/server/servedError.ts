import { keysOf } from '../incidents/fields.ts'
import { SourceError, type SourceErrorCode } from '../query/incidentSource.ts'
import type { ServedError } from '../query/servedDataset.ts'

/** How an error is answered over HTTP. */
interface HttpAnswer {
  status: number
  /** The `detail` of the body: a fixed sentence, as messages of other programs may hold values of a query. */
  detail: string
}

const answers: Readonly<Record<SourceErrorCode, HttpAnswer>> = {
  unreachable: { status: 503, detail: 'the database does not answer' },
  missing: { status: 410, detail: 'the data set has no such version any more' },
  truncated: { status: 502, detail: 'the database ended its answer early' },
  altered: { status: 502, detail: 'the database gave other bytes than it names' },
  malformed: { status: 502, detail: 'the base holds what cannot be read' },
  unsupported: { status: 501, detail: 'the base is of a version that this server does not read' },
  refused: { status: 403, detail: 'the server may not answer this' },
  timeout: { status: 504, detail: 'no answer within the time limit' },
  busy: { status: 503, detail: 'the server has too much to do at present' },
  excessive: { status: 422, detail: 'the request asks for more than the limits of the server allow' },
  incomplete: { status: 503, detail: 'a part of the data cannot be reached at present' },
  lost: { status: 503, detail: 'the server is stopping' },
  internal: { status: 500, detail: 'a defect of the server' },
}

/** The codes that an answer can have. */
export const errorCodes = keysOf(answers)

/** Seconds after which a client may try again what was answered with status 503. */
export const RETRY_AFTER = 2

/** Statuses of requests that cannot be read, go too far, or ask for what is not there. */
const statusOfFault = { malformed: 400, excessive: 422, missing: 404 } as const

/** What a client sent that is not in the form of the API: `message` says where, and never holds its values. */
export class RequestFault extends SourceError {
  /** HTTP status: that of a request is another than that of a base, where the code is the same. */
  readonly status: number

  constructor(code: keyof typeof statusOfFault, message: string, status: number = statusOfFault[code]) {
    super(code, message)
    this.status = status
  }
}

/** The statuses of failures, each once, ascending. */
export const errorStatuses = [
  ...new Set([
    ...Object.values(answers).map(({ status }) => status),
    ...Object.values(statusOfFault),
    // A body that is too long, and one of another media type.
    413,
    415,
  ]),
].toSorted((a, b) => a - b)

/**
 * The answer to a call that failed. Nothing of the error but its code goes out, unless it is our own word on the
 * request.
 */
export function errorAnswer(reason: unknown): { status: number; body: ServedError } {
  const code = reason instanceof SourceError ? reason.code : 'internal'
  const { status, detail } = answers[code]
  return reason instanceof RequestFault
    ? { status: reason.status, body: { code, detail: reason.message } }
    : { status, body: { code, detail } }
}
