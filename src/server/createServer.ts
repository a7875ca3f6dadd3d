import { setMaxListeners } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyCompress from '@fastify/compress'
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { SourceError } from '../query/incidentSource.ts'
import type { ServedDataset } from '../query/servedDataset.ts'
import { createGate } from './answerGate.ts'
import { refuseOtherHosts } from './allowedHosts.ts'
import { addApi } from './apiRoutes.ts'
import { ClientGone } from './callSignal.ts'
import { compression } from './compression.ts'
import { allowOrigins } from './crossOrigin.ts'
import { createDescriptions } from './descriptions.ts'
import { addHealth } from './health.ts'
import { addPage, type ServedPage } from './pageFiles.ts'
import { logOptions, logRequests } from './requestLog.ts'
import { errorAnswer, RequestFault, RETRY_AFTER } from './servedError.ts'

/** What the server allows. */
export interface ServerLimits {
  /** Calls that the base answers at the same time, exports aside. */
  answers: number
  /** Calls that wait for one of these to end. */
  waiting: number
  /** Exports at the same time; further ones wait as calls do. */
  exports: number
  /** Calls and exports, each, of one client at the same time; of exports always fewer than run at a time, but one. */
  perClient: number
  /** How long a call waits for its turn at most. */
  waitSeconds: number
  /** How long a call may take, its waiting included; of an export, how long until its next piece. */
  answerSeconds: number
  /** How long a client may leave what is sent unread before it is cut off. */
  idleSeconds: number
  /** How long calls under way may take to end when the server stops. */
  stopSeconds: number
}

export const defaultLimits: ServerLimits = {
  answers: 16,
  waiting: 64,
  exports: 4,
  perClient: 24,
  waitSeconds: 10,
  answerSeconds: 30,
  idleSeconds: 60,
  stopSeconds: 20,
}

/** Bytes of a request's body. */
const BODY_LIMIT = 262_144

export interface ServerOptions {
  /** null: the API alone is served. */
  page: ServedPage | null
  /** Sent with every answer. */
  headers: Readonly<Record<string, string>>
  limits?: Partial<ServerLimits> | undefined
  /** Origins of other pages that may ask the API. */
  allowedOrigins?: readonly string[] | undefined
  /** Hosts, beside the loopback, that requests may name; any where absent. */
  allowedHosts?: readonly string[] | undefined
  /** Addresses of proxies whose X-Forwarded-For is believed; without any, a proxy counts as one client. */
  proxies?: readonly string[] | undefined
  /** Takes each line of the log; null for no log. */
  log: ((line: string) => void) | null
}

export interface AtlasServer {
  app: FastifyInstance
  /** Takes no new calls, and resolves when those under way have ended, at the latest after `stopSeconds`. */
  stop(): Promise<void>
}

/** Serves a base, and the page that shows it, over HTTP. It is to be told where to listen. */
export async function createServer(dataset: ServedDataset, options: ServerOptions): Promise<AtlasServer> {
  const limits = { ...defaultLimits, ...options.limits }
  const stopping = new AbortController()
  // One for each call under way: many are no leak.
  setMaxListeners(0, stopping.signal)
  const app = fastifyOf(options, limits)
  let isStopping = false

  app.addHook('onRequest', async (_, reply) => {
    reply.headers({ ...options.headers })
    if (!isStopping) return
    reply.header('connection', 'close')
    throw new SourceError('lost', 'the server is stopping')
  })
  logRequests(app)
  if (options.allowedHosts) refuseOtherHosts(app, options.allowedHosts)
  allowOrigins(app, options.allowedOrigins ?? [])
  answerErrors(app, options.page)
  await app.register(fastifyCompress, { ...compression, globalDecompression: false })
  addHealth(app, dataset, stopping.signal)
  const descriptions = createDescriptions(dataset, limits.answerSeconds)
  addApi(app, {
    dataset,
    descriptions,
    answers: createGate({ ...limits, running: limits.answers }),
    exports: createGate({ ...limits, running: limits.exports, perClient: exportsOfClient(limits) }),
    answerSeconds: limits.answerSeconds,
    idleSeconds: limits.idleSeconds,
    stopping: stopping.signal,
  })
  if (options.page) await addPage(app, options.page, descriptions)
  return {
    app,
    async stop() {
      isStopping = true
      await closeWithin(app, limits.stopSeconds, () =>
        stopping.abort(new SourceError('lost', 'the server is stopping')),
      )
    },
  }
}

/** One client leaves an export to others, where there is more than one. */
function exportsOfClient({ exports, perClient }: ServerLimits): number {
  return Math.min(perClient, Math.max(1, exports - 1))
}

function fastifyOf({ log, headers, proxies = [] }: ServerOptions, limits: ServerLimits): FastifyInstance {
  const app = fastify({
    logger: logOptions(log),
    // Requests are logged by `logRequests` alone, without their addresses.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // Of the socket: while nothing is read or written. An answer may take its time before its first byte.
    connectionTimeout: (limits.answerSeconds + limits.idleSeconds) * 1_000,
    requestTimeout: 30_000,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply.headers({ ...headers })),
  })
  // Other pages may send text without asking first; JSON they may not.
  app.removeContentTypeParser('text/plain')
  return app
}

/** Closes the server; what is still under way after a time is ended, and its connections are cut. */
async function closeWithin(app: FastifyInstance, seconds: number, endCalls: () => void): Promise<void> {
  // Connections that are kept open after their last answer would hold the server up.
  const idle = setInterval(() => app.server.closeIdleConnections(), 100)
  const end = setTimeout(() => {
    endCalls()
    setTimeout(() => app.server.closeAllConnections(), 500).unref()
  }, seconds * 1_000)
  await app.close()
  clearInterval(idle)
  clearTimeout(end)
}

/** The one place where an error becomes an answer. */
function answerErrors(app: FastifyInstance, page: ServedPage | null): void {
  app.setErrorHandler(sendError)
  app.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/') || !page)
      return sendError(new RequestFault('missing', 'there is no such path'), request, reply)
    const html = await readFile(join(page.folder, '404.html'), 'utf8').catch(() => 'there is no such file')
    return reply.code(404).type('text/html; charset=utf-8').send(html)
  })
}

function sendError(reason: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = errorAnswer(faultOfRequest(reason))
  if (status >= 500 && !(reason instanceof ClientGone)) request.log.error({ err: reason }, 'failed')
  if (status === 503) reply.header('retry-after', RETRY_AFTER)
  return reply.code(status).header('cache-control', 'no-store').send(body)
}

/** Errors of fastify with a status of 4xx say what is wrong with the request; others stay what they are. */
function faultOfRequest(reason: unknown): unknown {
  if (!(reason instanceof Error) || !('statusCode' in reason)) return reason
  const { statusCode } = reason
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode > 499) return reason
  return statusCode === 413
    ? new RequestFault('excessive', `the body has more than ${BODY_LIMIT} bytes`, statusCode)
    : new RequestFault('malformed', 'the request cannot be read', statusCode)
}
