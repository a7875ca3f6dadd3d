import { SourceError } from '../../query/incidentSource.ts'

/**
 * Code that a first view does without: a piece of its own.
 * @throws SourceError 'missing' where the piece cannot be had: offline, or the page was published anew since
 */
export async function laterCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (reason) {
    throw new SourceError('missing', String(reason))
  }
}
