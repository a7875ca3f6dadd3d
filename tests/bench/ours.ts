import { createEngine, type Engine } from '../../src/engine/engine.ts'
import type { IncidentColumns, IncidentTexts } from '../../src/incidents/columns.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { eventTypes } from '../../src/incidents/vocabulary.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import {
  BRUSH,
  brushSteps,
  COMMON,
  JUMP,
  jumpSteps,
  sink,
  timeSteps,
  type Measured,
  type StepTimes,
} from './steps.ts'

/**
 * Our engine. Each step answers a whole query: counts of every facet, a histogram by month, the cells of half the world,
 * and a page of the list.
 */
export function measureEngine(columns: IncidentColumns, texts: IncidentTexts): Measured {
  const began = performance.now()
  const engine = createEngine(columns)
  const built = performance.now() - began
  const beganTexts = performance.now()
  const slices = timeSlices(engine, texts)
  const indexed = performance.now() - beganTexts
  const { first, last } = spanOf(columns)
  const base: IncidentQuery = {
    filters: noFilters,
    facets: facetIds,
    map: { bounds: { west: -20, south: -10, east: 75, north: 50 }, zoom: 3.6, mode: 'cells' },
    bins: { unit: 'month', span: { from: first, to: last } },
    list: { order: 'newest', offset: 0, limit: 60, within: null },
    open: null,
  }
  const where = (filters: Partial<Filters>): IncidentQuery => ({
    ...base,
    filters: { ...noFilters, ...filters },
  })
  const brushed = ([from, to]: [number, number]) => where({ days: { from, to } })
  const actors = byFrequency(engine, columns)
  const only = (id: string | undefined) => ({
    include: id === undefined ? [] : [id],
    exclude: [],
    all: false,
  })
  const onAndOff = (on: (step: number) => Partial<Filters>, days: Filters['days'] = noFilters.days) =>
    Array.from({ length: 80 }, (_, step) => where({ days, ...(step % 2 === 0 ? on(step / 2) : {}) }))
  const rare = actors.filter(({ count }) => count > 0 && count < columns.rows / 100)
  const middle = { from: first + Math.floor((last - first) / 4), to: last - Math.floor((last - first) / 4) }
  const typed = 'reported shelling -protest'
  return {
    name: 'ours',
    steps: [
      { what: 'build', times: [built] },
      { what: 'text index', times: [indexed] },
      { what: 'text index, one slice', times: slices },
      timed(engine, BRUSH, brushSteps(first, last, 400).map(brushed)),
      timed(engine, JUMP, jumpSteps(first, last, 80).map(brushed)),
      timed(
        engine,
        COMMON,
        onAndOff((step) => ({ actor: only(actors[step % 6]?.id) })),
      ),
      timed(
        engine,
        'toggle of a type',
        onAndOff((step) => ({ type: { include: [eventTypes[step % 6] ?? 'riots'], exclude: [] } })),
      ),
      timed(
        engine,
        'toggle of a rare actor',
        onAndOff((step) => ({ actor: only(rare[(step * 7) % rare.length]?.id) })),
      ),
      timed(
        engine,
        'the same within half of the days',
        onAndOff((step) => ({ actor: only(rare[(step * 7) % rare.length]?.id) }), middle),
      ),
      timed(
        engine,
        'pan to new cells',
        Array.from({ length: 80 }, (_, step) => moved(base, step)),
      ),
      timed(
        engine,
        'zoom to new cells',
        Array.from({ length: 80 }, (_, step) => zoomed(base, step)),
      ),
      timed(
        engine,
        'search, a keystroke',
        Array.from({ length: 2 * typed.length }, (_, step) =>
          where({ text: typed.slice(0, 1 + (step % typed.length)) }),
        ),
      ),
    ],
  }
}

function timed(engine: Engine, what: string, queries: readonly IncidentQuery[]): StepTimes {
  const ways = new Set<string>()
  const times = timeSteps(what, queries, (query) => {
    const { total, cells } = engine.answer(query)
    ways.add(engine.lastStep())
    return total + (cells?.length ?? 0)
  })
  return { ...times, ways: [...ways].join(', ') }
}

function timeSlices(engine: Engine, texts: IncidentTexts): number[] {
  const times: number[] = []
  const steps = engine.addTexts(texts)
  for (let done = false; !done;) {
    const began = performance.now()
    done = steps.next().done ?? false
    times.push(performance.now() - began)
  }
  return times
}

/** The first and last day of the incidents, which are sorted by day. */
export function spanOf({ day, rows }: IncidentColumns): { first: number; last: number } {
  return { first: day[0] ?? 0, last: day[rows - 1] ?? 0 }
}

/** The actors by number of incidents, most frequent first. */
function byFrequency(engine: Engine, { dictionaries }: IncidentColumns) {
  const counts =
    engine.answer({
      filters: noFilters,
      facets: ['actor'],
      map: null,
      bins: null,
      list: { order: 'newest', offset: 0, limit: 0, within: null },
      open: null,
    }).facets.actor ?? []
  return dictionaries.actors
    .map(({ id }, index) => ({ id, count: counts[index] ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
}

/** The query with the map panned east, by 7 degrees a step. */
function moved(base: IncidentQuery, step: number): IncidentQuery {
  const by = (step % 20) * 7
  return {
    ...base,
    map: base.map && { ...base.map, bounds: { ...base.map.bounds, west: -120 + by, east: -25 + by } },
  }
}

/** The query with the map zoomed around one point, with bounds as wide as the same screen shows. */
function zoomed(base: IncidentQuery, step: number): IncidentQuery {
  const zoom = 2 + (step % 20) / 2
  const reach = 360 / 2 ** zoom
  return {
    ...base,
    map: base.map && {
      ...base.map,
      zoom,
      bounds: {
        west: 37 - reach,
        east: 37 + reach,
        south: Math.max(-80, 35 - reach / 2),
        north: Math.min(80, 35 + reach / 2),
      },
    },
  }
}

/** Memory in use, in bytes: heap and array buffers. */
export interface Weights {
  /** By the engine and its columns. */
  engine: number
  /** By the search index of titles, summaries and URLs, without the texts themselves. */
  search: number
}

/** Measures the memory of an engine over these columns. Needs `node --expose-gc` for exact figures. */
export async function weigh(columns: IncidentColumns, texts: IncidentTexts): Promise<Weights> {
  const before = await held()
  const engine = createEngine(columns)
  const withEngine = await held()
  for (const done of engine.addTexts(texts)) sink.value += done
  const withSearch = await held()
  // Uses the engine after the measurement, so that the collector cannot have freed it before.
  sink.value += engine.passing({ ...noFilters, text: 'reported' }).length
  return { engine: withEngine - before + columnBytes(columns), search: withSearch - withEngine }
}

/** Bytes of heap and array buffers in use. */
async function held(): Promise<number> {
  await settled()
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return arrayBuffers + heapUsed
}

/** Collects garbage several times: array buffers are freed only some time after the objects that own them. */
async function settled(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Bytes of all arrays of the columns. */
function columnBytes(columns: IncidentColumns): number {
  return Object.values(columns).reduce((sum: number, column: unknown) => {
    if (ArrayBuffer.isView(column)) return sum + column.byteLength
    if (typeof column !== 'object' || column === null || !('offsets' in column)) return sum
    return (
      sum +
      Object.values(column).reduce(
        (all: number, part: unknown) => (ArrayBuffer.isView(part) ? all + part.byteLength : all),
        0,
      )
    )
  }, 0)
}
