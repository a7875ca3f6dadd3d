import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  asSourceError,
  type IncidentDetails,
  type IncidentSource,
  type SourceError,
} from '../query/incidentSource.ts'

/** Records kept, the last ones asked for. */
const KEPT = 50

export type RecordState =
  | { kind: 'loading' }
  | { kind: 'ready'; details: IncidentDetails }
  /** The data set has no such incident. */
  | { kind: 'gone' }
  | { kind: 'failed'; error: SourceError }

/** Reads full records of one source, each once for all who show it. */
export interface IncidentReader {
  /** By incident id; an incident that was never asked for has no entry. */
  records: StoreApi<ReadonlyMap<string, RecordState>>
  /** Reads the record, unless it is there or under way; where reading has failed, again. */
  read(id: string): void
  /** Aborts what is under way. */
  stop(): void
}

/** @param check called with the reason of a failure, and awaited before the failure is told */
export function createIncidentReader(
  source: Pick<IncidentSource, 'incident'>,
  check: (reason: unknown) => Promise<void>,
): IncidentReader {
  const records = createStore<ReadonlyMap<string, RecordState>>(() => new Map())
  const abort = new AbortController()
  const setRecord = (id: string, record: RecordState) => {
    if (abort.signal.aborted) return
    const others = [...records.getState()].filter(([each]) => each !== id)
    records.setState(new Map([...others.slice(1 - KEPT), [id, record]]), true)
  }
  const read = async (id: string) => {
    setRecord(id, { kind: 'loading' })
    try {
      const details = await source.incident(id, { signal: abort.signal })
      setRecord(id, details ? { kind: 'ready', details } : { kind: 'gone' })
    } catch (reason) {
      await check(reason)
      setRecord(id, { kind: 'failed', error: asSourceError(reason) })
    }
  }
  return {
    records,
    read(id) {
      const kind = records.getState().get(id)?.kind
      if (kind === undefined || kind === 'failed') void read(id)
    },
    stop: () => abort.abort(),
  }
}
