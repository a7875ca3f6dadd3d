import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
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

/** What the log tells of an error. */
export type LoggedError = {
  /** Name of its class. */
  type: string
  /** Its code, or that of its cause behind it: never a message, which may hold values. */
  message: string
  /** Where it happened, for a defect; '' for what is no defect. */
  stack: string
}

export function describeError(reason: unknown): LoggedError {
  if (!(reason instanceof Error)) return { type: typeof reason, message: '', stack: '' }
  const message = [reason, reason.cause].flatMap(codeOf).join(', ')
  const isDefect = !(reason instanceof SourceError) || reason.code === 'internal'
  const frames = (reason.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  return { type: reason.name, message, stack: isDefect ? frames.join('\n') : '' }
}

/** The code of an error, such as ECONNREFUSED or the number of an error of ClickHouse; [] where it has none. */
function codeOf(reason: unknown): string[] {
  if (!(reason instanceof Error) || !('code' in reason)) return []
  const { code } = reason
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? [code] : []
}

/** Status in the log where the client has gone before its answer was sent. Not registered; nginx has it so. */
const GONE = 499

/** Logs each request once: when its answer is sent, or when its client has gone. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => logAnswer(request, reply))
  })
}

function logAnswer({ method, routeOptions, log }: FastifyRequest, reply: FastifyReply): void {
  const status = reply.raw.writableFinished ? reply.statusCode : GONE
  const ms = Math.round(reply.elapsedTime)
  log.info({ method, route: routeOptions.url ?? 'unknown', status, ms }, 'answered')
}
