import type { DatasetVersion } from '../../src/query/incidentSource.ts'
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

/** A call whose answer waits until the test lets it end. */
export interface HeldCall {
  answer: () => Promise<DatasetVersion>
  /** Resolves when it is called. */
  called: Promise<void>
  finish(): void
}

export function heldCall(value: DatasetVersion): HeldCall {
  let [onCall, finish] = [() => {}, () => {}]
  const called = new Promise<void>((resolve) => (onCall = resolve))
  const held = new Promise<DatasetVersion>((resolve) => (finish = () => resolve(value)))
  return {
    answer() {
      onCall()
      return held
    },
    called,
    finish,
  }
}
