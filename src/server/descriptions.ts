import { createHash } from 'node:crypto'
import type { DatasetAbout } from '../incidents/incident.ts'
import { SourceError } from '../query/incidentSource.ts'
import type { ServedDataset } from '../query/servedDataset.ts'
import { untilAborted } from '../query/untilAborted.ts'

/** A description as it is sent. */
export interface DescriptionText {
  version: string
  about: DatasetAbout
  json: string
  /** Of its content: one version is described otherwise after an upgrade. */
  etag: string
}

/** Descriptions kept at a time: of the latest version, and of the one before for pages that are open. */
const KEPT = 2

/** Descriptions of a data set, each computed once for its version, however many ask for it at a time. */
export interface Descriptions {
  /**
   * @param version null for the latest; the latest too where there is none such
   * @throws SourceError, or the signal's reason
   */
  of(version: string | null, signal: AbortSignal): Promise<DescriptionText>
}

/** @param seconds after which the computing of a description is given up */
export function createDescriptions(dataset: ServedDataset, seconds: number): Descriptions {
  const kept = new Map<string, Promise<DescriptionText>>()
  const keep = (version: string, text: Promise<DescriptionText>) => {
    kept.set(version, text)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  }
  const describe = async (version: string) => {
    try {
      const described = await computed(dataset, version, seconds)
      if (described.version !== version) {
        // There is no such version: what was asked for is not kept under its name.
        kept.delete(version)
        keep(described.version, Promise.resolve(described))
      }
      return described
    } catch (reason) {
      kept.delete(version)
      throw reason
    }
  }
  const shared = (version: string) => {
    const described = describe(version)
    // All who asked for it may have gone.
    described.catch(() => {})
    keep(version, described)
    return described
  }
  return {
    async of(version, signal) {
      const wanted = version ?? (await dataset.latestVersion({ signal })).version
      return untilAborted(kept.get(wanted) ?? shared(wanted), signal)
    },
  }
}

/** A description whose computing no single client ends. */
async function computed(dataset: ServedDataset, version: string, seconds: number): Promise<DescriptionText> {
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new SourceError('timeout', 'no description within the time limit')),
    seconds * 1_000,
  )
  try {
    const described = await dataset.describe({ version, signal: controller.signal })
    const { version: found, about } = described
    const json = JSON.stringify(described)
    const etag = `W/"${createHash('sha256').update(json).digest('base64url')}"`
    return { version: found, about, json, etag }
  } finally {
    clearTimeout(timer)
  }
}
