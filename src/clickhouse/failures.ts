import { SourceError, type SourceErrorCode } from '../query/incidentSource.ts'

/** Error codes of ClickHouse that mean something to whoever asked: `src/Common/ErrorCodes.cpp` of its source names them. */
const codes: ReadonlyMap<number, SourceErrorCode> = new Map([
  // A shard cannot be reached, or went away: SOCKET_TIMEOUT, NETWORK_ERROR, ALL_CONNECTION_TRIES_FAILED,
  // ATTEMPT_TO_READ_AFTER_EOF, CANNOT_READ_ALL_DATA of a connection that was cut.
  [209, 'incomplete'],
  [210, 'incomplete'],
  [279, 'incomplete'],
  [32, 'incomplete'],
  [33, 'incomplete'],
  // TOO_MANY_ROWS, TOO_SLOW, MEMORY_LIMIT_EXCEEDED, TOO_MANY_BYTES, TOO_MANY_ROWS_OR_BYTES, QUERY_IS_TOO_LARGE,
  // SET_SIZE_LIMIT_EXCEEDED.
  [158, 'excessive'],
  [160, 'excessive'],
  [191, 'excessive'],
  [241, 'excessive'],
  [307, 'excessive'],
  [396, 'excessive'],
  [223, 'excessive'],
  // TIMEOUT_EXCEEDED
  [159, 'timeout'],
  // TOO_MANY_SIMULTANEOUS_QUERIES
  [202, 'busy'],
  // UNKNOWN_TABLE, UNKNOWN_DATABASE: no base has been created there.
  [60, 'missing'],
  [81, 'missing'],
])

/** UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, AUTHENTICATION_FAILED. */
const loginCodes: ReadonlySet<number> = new Set([192, 193, 194, 516])

/** What ClickHouse complained of, by number: neither its message nor `detail` of the SourceError hold a query. */
export interface ServerComplaint {
  /** Number of ClickHouse's error code. */
  code: number
}

/** The number of ClickHouse's error; undefined where the reason is none of the server. */
export function complaintOf(reason: unknown): ServerComplaint | undefined {
  const cause = reason instanceof SourceError ? reason.cause : reason
  if (!(cause instanceof Error)) return undefined
  const own =
    'code' in cause && typeof cause.code === 'string' && /^\d{1,5}$/.test(cause.code) ? cause.code : undefined
  const found = own ?? /\bCode: (\d{1,5})\b/.exec(cause.message.slice(0, 1_000))?.[1]
  return found === undefined ? undefined : { code: Number(found) }
}

/**
 * What failed, as a SourceError whose `cause` is the error of the client library. Its message names the error's number,
 * and never a query, which the messages of ClickHouse repeat.
 */
export function asFailure(reason: unknown): SourceError {
  if (reason instanceof SourceError) return reason
  const complaint = complaintOf(reason)
  const failure = complaint
    ? refusal(complaint)
    : new SourceError('unreachable', `ClickHouse did not answer: ${networkCode(reason)}`)
  failure.cause = reason
  return failure
}

function refusal({ code }: ServerComplaint): SourceError {
  if (loginCodes.has(code))
    return new SourceError('refused', 'ClickHouse does not know this user with this password')
  const kind = codes.get(code) ?? 'internal'
  const what =
    kind === 'incomplete'
      ? 'a server of the cluster cannot be reached: ClickHouse refused'
      : 'ClickHouse refused'
  return new SourceError(kind, `${what} with its error ${code}`)
}

/** A server that did not answer within the limit, nor said that it was over. */
export function timedOut(): SourceError {
  return new SourceError('timeout', 'ClickHouse did not answer within the time limit')
}

function networkCode(reason: unknown): string {
  return reason instanceof Error && 'code' in reason && typeof reason.code === 'string'
    ? reason.code
    : 'the connection was cut'
}
