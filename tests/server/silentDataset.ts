import type { ServedDataset } from '../../src/query/servedDataset.ts'

/** A data set that never answers, and does not heed its signals, but for what is given in its place. */
export function silentDataset(answers: Partial<ServedDataset> = {}): ServedDataset {
  const never = () => new Promise<never>(() => {})
  return {
    describe: never,
    query: never,
    facetPage: never,
    incident: never,
    citing: never,
    async *export() {
      yield await never()
    },
    latestVersion: never,
    ...answers,
  }
}
