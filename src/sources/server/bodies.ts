import { SourceError } from '../../query/incidentSource.ts'

/** Most bytes of one answer in JSON: none of a server that keeps to the contract comes near. */
const MOST_BYTES = 128 * 2 ** 20

/**
 * The bytes of an answer, piece by piece, as they arrive.
 * @param path that was called, for errors
 * @throws SourceError 'truncated' where the connection ends early
 */
export async function* pieces(
  response: Response,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = response.body?.getReader()
  if (!reader) throw new SourceError('malformed', 'the answer has no body', path)
  try {
    for (;;) {
      const piece = await reader.read()
      if (piece.done) return
      yield piece.value
    }
  } catch (reason) {
    signal.throwIfAborted()
    throw new SourceError('truncated', String(reason), path)
  } finally {
    // Ends the download where the loop was left early.
    reader.cancel().catch(() => {})
  }
}

/** The value of an answer in JSON. @throws SourceError 'truncated' or 'malformed' */
export async function readJson(response: Response, path: string, signal: AbortSignal): Promise<unknown> {
  for await (const value of readLines(response, path, signal, false)) return value
  throw new SourceError('truncated', 'the answer is empty', path)
}

/**
 * The values of an answer that has one in JSON on each line, each as soon as its line is complete.
 * @param isLines false for an answer that is one value, on any number of lines
 * @throws SourceError 'truncated' or 'malformed'
 */
export async function* readLines(
  response: Response,
  path: string,
  signal: AbortSignal,
  isLines = true,
): AsyncGenerator<unknown, void> {
  const decoder = new TextDecoder('utf-8')
  let parts: string[] = []
  let bytes = 0
  for await (const piece of pieces(response, path, signal)) {
    bytes += piece.length
    if (bytes > MOST_BYTES) throw new SourceError('malformed', `more than ${MOST_BYTES} bytes`, path)
    const [first = '', ...lines] = isLines
      ? decoder.decode(piece, { stream: true }).split('\n')
      : [decoder.decode(piece, { stream: true })]
    parts.push(first)
    for (const line of lines) {
      yield* parsed(parts.join(''), path)
      parts = [line]
    }
  }
  parts.push(decoder.decode())
  yield* parsed(parts.join(''), path)
}

function* parsed(text: string, path: string): Generator<unknown, void> {
  if (text.trim() === '') return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (reason) {
    throw new SourceError('malformed', String(reason), path)
  }
  yield value
}
