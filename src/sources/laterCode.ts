import { SourceError } from '../query/incidentSource.ts'

/**
 * Loads code that the first view does without, from a bundle of its own.
 * @throws SourceError 'missing' where it cannot be loaded: offline, or the page was published anew since it was opened
 */
export async function laterCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (reason) {
    throw new SourceError('missing', String(reason))
  }
}
