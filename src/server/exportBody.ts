import type { ExportChunk, ExportFormat } from '../query/incidentSource.ts'
import { untilAborted } from '../query/untilAborted.ts'
import type { CallSignal } from './callSignal.ts'

/** Media type of each exported format, with what names its charset. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  geoparquet: 'application/vnd.apache.parquet',
  json: 'application/json',
}

/** An exported file whose first piece is there. */
export interface ExportBody {
  /** Records in all. */
  total: number
  /** The pieces of the file; each is made when the one before it has been taken. */
  pieces: AsyncGenerator<Uint8Array, void>
}

/**
 * Waits for the first piece of a file, so that an export which cannot begin is an error and no empty file.
 * @param call whose time begins anew with each piece
 * @param idleSeconds how long the client may leave a piece untaken
 * @throws SourceError, or the reason of the call's signal
 */
export async function exportBody(
  chunks: AsyncIterable<ExportChunk>,
  call: CallSignal,
  idleSeconds: number,
): Promise<ExportBody> {
  const iterator = chunks[Symbol.asyncIterator]()
  const next = () => {
    call.restart()
    return untilAborted(iterator.next(), call.signal)
  }
  const first = await next()
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    try {
      for (let step = first; !step.done; step = await next()) {
        call.pause(idleSeconds)
        yield step.value.bytes
      }
    } finally {
      // Not awaited: a chunk that never comes would keep it from ending.
      void iterator.return?.()
    }
  }
  return { total: first.done ? 0 : first.value.total, pieces: pieces() }
}
