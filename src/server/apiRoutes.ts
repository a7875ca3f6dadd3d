import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { serverPaths, type ServedDataset } from '../query/servedDataset.ts'
import type { AnswerGate } from './answerGate.ts'
import { untilAborted } from '../query/untilAborted.ts'
import { callSignal } from './callSignal.ts'
import { compressionOfLines } from './compression.ts'
import type { Descriptions } from './descriptions.ts'
import { exportBody, exportTypes } from './exportBody.ts'
import { OPENAPI_PATH, openApiDocument } from './openApi.ts'
import { queryAnswer } from './queryLines.ts'
import { bodySchemas, descriptionParameters, readSent } from './requestSchemas.ts'
import { RequestFault } from './servedError.ts'

/** What the routes share. */
export interface ApiContext {
  dataset: ServedDataset
  descriptions: Descriptions
  /** For everything but exports, which take long and must keep no one from an answer. */
  answers: AnswerGate
  exports: AnswerGate
  /** How long a call may take; of an export, how long until its next piece. */
  answerSeconds: number
  /** How long a client may leave a piece of an export untaken. */
  idleSeconds: number
  /** Aborted when the server no longer waits for its calls. */
  stopping: AbortSignal
}

/** Adds the paths of `serverPaths`. */
export function addApi(app: FastifyInstance, context: ApiContext): void {
  const admit = admitter(context)
  addDescriptions(app, context, admit)
  addQuery(app, context, admit)
  addExport(app, context)
  const { dataset } = context
  const document = JSON.stringify(openApiDocument())

  app.get(`/${OPENAPI_PATH}`, async (_, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  )
  app.post(`/${serverPaths.facetPage}`, async (request, reply) => {
    const { version, request: asked } = readSent(bodySchemas.facetPage, request.body)
    return admit(request, reply, (signal) => dataset.facetPage(asked, { version, signal }))
  })
  app.post(`/${serverPaths.incident}`, async (request, reply) => {
    const { version, id } = readSent(bodySchemas.incident, request.body)
    const found = await admit(request, reply, (signal) => dataset.incident(id, { version, signal }))
    if (!found) throw new RequestFault('missing', 'there is no such incident')
    return found
  })
  app.post(`/${serverPaths.citing}`, async (request, reply) => {
    const { version, urls } = readSent(bodySchemas.citing, request.body)
    return admit(request, reply, (signal) => dataset.citing(urls, { version, signal }))
  })
}

/** Runs a call within the limits of the server. */
type Admit = <T>(
  request: FastifyRequest,
  reply: FastifyReply,
  call: (signal: AbortSignal) => Promise<T>,
) => Promise<T>

function admitter({ answers, answerSeconds, stopping }: ApiContext): Admit {
  return async (request, reply, call) => {
    const { signal, end } = callSignal(reply.raw, answerSeconds, stopping)
    try {
      const leave = await answers.enter(request.ip, signal)
      try {
        return await untilAborted(call(signal), signal)
      } finally {
        leave()
      }
    } finally {
      end()
    }
  }
}

function addDescriptions(app: FastifyInstance, { dataset, descriptions }: ApiContext, admit: Admit): void {
  app.get(`/${serverPaths.version}`, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return admit(request, reply, (signal) => dataset.latestVersion({ signal }))
  })
  app.get(`/${serverPaths.description}`, async (request, reply) => {
    const { version = null } = readSent(descriptionParameters, request.query)
    const described = await admit(request, reply, (signal) => descriptions.of(version, signal))
    const { etag } = described
    reply.headers({ etag, 'cache-control': 'private, no-cache' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(described.json)
  })
}

function addQuery(app: FastifyInstance, { dataset }: ApiContext, admit: Admit): void {
  app.post(`/${serverPaths.query}`, { compress: compressionOfLines }, async (request, reply) => {
    const { version, query } = readSent(bodySchemas.query, request.body)
    const answer = await queryAnswer(
      (onPart) => admit(request, reply, (signal) => dataset.query(query, { version, signal, onPart })),
      (reason) => request.log.error({ err: reason }, 'failed after its first part'),
    )
    reply.type('application/x-ndjson; charset=utf-8')
    return reply.send(answer.kind === 'text' ? answer.text : Readable.from(answer.lines))
  })
}

function addExport(app: FastifyInstance, context: ApiContext): void {
  const { dataset, exports, answerSeconds, idleSeconds, stopping } = context
  app.post(`/${serverPaths.export}`, async (request, reply) => {
    const { version, request: asked } = readSent(bodySchemas.export, request.body)
    const call = callSignal(reply.raw, answerSeconds, stopping)
    let leave = () => {}
    const end = () => {
      leave()
      call.end()
    }
    try {
      leave = await exports.enter(request.ip, call.signal)
      const chunks = dataset.export(asked, { version, signal: call.signal })
      const { total, pieces } = await exportBody(chunks, call, idleSeconds)
      // While the client reads nothing, no piece is asked for that could tell it.
      call.signal.addEventListener('abort', () => reply.raw.destroy())
      reply.raw.once('close', end)
      reply.header('incidents-total', total).type(exportTypes[asked.format])
      return await reply.send(Readable.from(pieces, { objectMode: false }))
    } catch (reason) {
      end()
      throw reason
    }
  })
}
