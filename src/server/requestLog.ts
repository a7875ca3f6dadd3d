import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { SourceError } from '../query/incidentSource.ts'

/**
 * How the server logs: lines of JSON that hold the route, status and time of a request, and the code of an error.
 * No line holds an address, a header, a body or the parameters of a URL: what somebody looked for is theirs.
 * @param write takes each line; null for no log
 */
export function logOptions(
  write: ((line: string) => void) | null,
): NonNullable<FastifyServerOptions['logger']> {
  if (!write) return false
  return {
    level: 'info',
    base: null,
    stream: { write },
    serializers: {
      req: ({ method }) => ({ method }),
      res: ({ statusCode }) => ({ statusCode }),
      err: describeError,
    },
  }
}

/** Code or name of an error, and for a defect where it happened; its message may hold values. */
export function describeError(reason: unknown): { type: string; message: string; stack: string } {
  if (reason instanceof SourceError && reason.code !== 'internal')
    return { type: 'SourceError', message: reason.code, stack: '' }
  if (!(reason instanceof Error)) return { type: typeof reason, message: '', stack: '' }
  const code = 'code' in reason && typeof reason.code === 'string' ? reason.code : ''
  const frames = (reason.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  return { type: reason.name, message: code, stack: frames.join('\n') }
}

/** Logs an answer that is sent. */
export function logAnswer({ method, routeOptions, log }: FastifyRequest, reply: FastifyReply): void {
  const { statusCode, elapsedTime } = reply
  log.info(
    { method, route: routeOptions.url ?? 'unknown', status: statusCode, ms: Math.round(elapsedTime) },
    'answered',
  )
}
