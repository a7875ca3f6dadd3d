import { SourceError } from '../query/incidentSource.ts'

/**
 * The value that an unpacked JSON file of a published data set holds.
 * @param name of the file, for errors
 * @throws SourceError 'malformed' where it is not JSON in UTF-8
 */
export function publishedJson(content: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (reason) {
    throw new SourceError('malformed', String(reason), name)
  }
}
