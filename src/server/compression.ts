import { constants } from 'node:zlib'
import type { FastifyCompressOptions } from '@fastify/compress'

/** How hard brotli tries: about as fast as gzip, and smaller. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }

/** How answers are compressed: all texts, where the client takes brotli or gzip. */
export const compression = {
  encodings: ['br', 'gzip'],
  customTypes: /^text\/|^application\/(?:x-ndjson|javascript|wasm)|[/+](?:json|xml)(?:;|$)/,
  brotliOptions: { params },
} satisfies FastifyCompressOptions

/** The same for answers in lines: each is sent when it is written. */
export const compressionOfLines = {
  ...compression,
  zlibOptions: { flush: constants.Z_SYNC_FLUSH },
  brotliOptions: { flush: constants.BROTLI_OPERATION_FLUSH, params },
} satisfies FastifyCompressOptions
