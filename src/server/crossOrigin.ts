import type { FastifyInstance } from 'fastify'

/**
 * Lets pages of other origins ask the API, by the headers of the Fetch standard (https://fetch.spec.whatwg.org,
 * "HTTP CORS protocol"). Without origins no answer has such headers, and browsers keep other pages out.
 * @param origins such as https://atlas.example
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return
  app.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'origin')
    const { origin } = request.headers
    if (origin === undefined || !origins.includes(origin)) return
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'etag, incidents-total, retry-after',
    })
  })
  app.options('/api/*', async (_, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type, if-none-match',
        'access-control-max-age': '600',
      })
      .send(),
  )
}
