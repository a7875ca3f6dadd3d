import { isRecord } from '../../incidents/shapeChecks.ts'
import { SourceError, type SourceErrorCode } from '../../query/incidentSource.ts'

/** Calls the paths of one server. Every call rejects with a SourceError, or with the signal's reason. */
export interface ServerCalls {
  /** @param path relative to the base URL */
  get(path: string, signal: AbortSignal): Promise<Response>
  /** @param body sent as JSON */
  post(path: string, body: unknown, signal: AbortSignal): Promise<Response>
  /** As `post`; undefined where the server says, with status 404, that it has nothing of that name. */
  find(path: string, body: unknown, signal: AbortSignal): Promise<Response | undefined>
}

/**
 * What a server may say of a call that fails, and what that is to the page. A request that the server cannot read is a
 * defect of the page, and a server that stops cannot be reached.
 */
const toldCodes: ReadonlyMap<unknown, SourceErrorCode> = new Map([
  ...(
    [
      'unreachable',
      'missing',
      'unsupported',
      'refused',
      'timeout',
      'busy',
      'excessive',
      'incomplete',
    ] as const
  ).map((code) => [code, code] as const),
  ['lost', 'unreachable'],
])

/** What a failure means whose answer is of another program on the way, such as a proxy: by HTTP status. */
const codeOfStatus: ReadonlyMap<number, SourceErrorCode> = new Map([
  [401, 'refused'],
  [403, 'refused'],
  [404, 'missing'],
  [410, 'missing'],
  [408, 'timeout'],
  [413, 'excessive'],
  [429, 'busy'],
  [502, 'unreachable'],
  [503, 'busy'],
  [504, 'timeout'],
])

/** @param baseUrl absolute, ends in `/` */
export function createServerCalls(baseUrl: string): ServerCalls {
  const call = (path: string, init: Init) => requested(new URL(path, baseUrl).href, path, init)
  const posting = (body: unknown, signal: AbortSignal): Init => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
  return {
    get: async (path, signal) => successOf(await call(path, { signal }), path),
    post: async (path, body, signal) => successOf(await call(path, posting(body, signal)), path),
    async find(path, body, signal) {
      const response = await call(path, posting(body, signal))
      if (response.status !== 404) return successOf(response, path)
      // Any other 404 is of a host that has no such path.
      const told = await toldBy(response, path)
      if (told?.code !== 'missing') throw new SourceError('missing', 'HTTP status 404', path)
      return undefined
    },
  }
}

type Init = RequestInit & { signal: AbortSignal }

async function requested(url: string, path: string, init: Init): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (reason) {
    init.signal.throwIfAborted()
    throw new SourceError('unreachable', String(reason), path)
  }
}

async function successOf(response: Response, path: string): Promise<Response> {
  if (!response.ok) {
    const code = codeOfStatus.get(response.status) ?? 'internal'
    throw (await toldBy(response, path)) ?? new SourceError(code, `HTTP status ${response.status}`, path)
  }
  // Many hosts answer with status 200 and a page of their own where they have no such path.
  if (response.headers.get('content-type')?.startsWith('text/html'))
    throw new SourceError('missing', 'the host answered with an HTML page', path)
  return response
}

async function toldBy(response: Response, path: string): Promise<SourceError | undefined> {
  return servedError(await response.json().catch(() => undefined), path)
}

/** The error that a ServedError tells; undefined where the value is none. @param path that was called */
export function servedError(value: unknown, path: string): SourceError | undefined {
  if (!isRecord(value) || typeof value['code'] !== 'string') return undefined
  const code = toldCodes.get(value['code']) ?? 'internal'
  return new SourceError(code, String(value['detail']), path)
}
