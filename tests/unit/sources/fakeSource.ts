import { vi } from 'vitest'
import { byFacet, byField } from '../../../src/incidents/fields.ts'
import type { FirstPart, IncidentResult } from '../../../src/query/incidentResult.ts'
import type {
  DatasetDescription,
  ExportChunk,
  IncidentSource,
  SourceState,
} from '../../../src/query/incidentSource.ts'
import { createStateSignal } from '../../../src/sources/stateSignal.ts'
import { about } from '../incidents/sampleRecords.ts'

/** Description of an empty data set. */
export const description: DatasetDescription = {
  about,
  version: 'v1',
  incidents: 0,
  sources: 0,
  days: null,
  bounds: null,
  dictionaries: { actors: [], places: [], publishers: [], tags: [] },
  totals: byFacet(() => new Uint32Array()),
}

/** What comes first of the answer to a query that this many incidents pass. */
export function firstPartWith(total: number): FirstPart {
  return {
    exactness: { kind: 'exact' },
    total,
    of: 100,
    histogram: null,
    relaxed: byField(() => 0),
    unnumbered: 0,
    textMatches: 0,
    cells: null,
    extent: null,
    undrawn: [],
    textPending: false,
  }
}

/** A whole answer; every facet has the one count. */
export function resultWith(total: number): IncidentResult {
  return {
    ...firstPartWith(total),
    facets: byFacet(() => Uint32Array.of(total)),
    list: { total, offset: 0, rows: [] },
    drawnIn: { open: null, rows: [] },
    open: null,
  }
}

/** A source over an empty data set, ready from the start, with some methods replaced; and a way to change its state. */
export function fakeSource(change: Partial<IncidentSource> = {}): {
  source: IncidentSource
  tell: (state: SourceState) => void
} {
  const signal = createStateSignal({ kind: 'ready' })
  return {
    tell: signal.tell,
    source: {
      describe: () => Promise.resolve(description),
      query: () => Promise.resolve(resultWith(0)),
      incident: () => Promise.resolve(undefined),
      citing: (urls) => Promise.resolve(urls.map(() => [])),
      export: () => failingExport(new Error('no file in this test')),
      latestVersion: () => Promise.resolve({ version: 'v1', updated: about.updated }),
      onState: signal.onState,
      close: vi.fn<() => void>(),
      ...change,
    },
  }
}

/** An export that fails before its first chunk. */
export function failingExport(reason: Error): AsyncIterable<ExportChunk> {
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(reason) }) }
}

/** A promise that a test settles. */
export function held<T>(): {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (reason: unknown) => void
} {
  let resolve: (value: T) => void = () => {}
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<T>((onValue, onReason) => {
    resolve = onValue
    reject = onReason
  })
  return { promise, resolve, reject }
}

/** Resolves once everything that can go on without timers has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
