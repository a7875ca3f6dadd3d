import type { FastifyInstance } from 'fastify'
import type { ServedDataset } from '../query/servedDataset.ts'
import { untilAborted } from '../query/untilAborted.ts'
import { callSignal } from './callSignal.ts'
import { errorAnswer } from './servedError.ts'

/** Seconds within which the base must answer a check of its health. */
const HEALTH_SECONDS = 3

/** Adds `/healthz`: 200 with the version where the base answers, 503 with the code of the error where it does not. */
export function addHealth(app: FastifyInstance, dataset: ServedDataset, stopping: AbortSignal): void {
  app.get('/healthz', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const call = callSignal(reply.raw, HEALTH_SECONDS, stopping)
    try {
      const { version } = await untilAborted(dataset.latestVersion({ signal: call.signal }), call.signal)
      return { status: 'ok', version }
    } catch (reason) {
      request.log.warn({ err: reason }, 'the base is not well')
      return await reply.code(503).send({ status: 'unavailable', code: errorAnswer(reason).body.code })
    } finally {
      call.end()
    }
  })
}
