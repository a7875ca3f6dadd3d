import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/engine.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { noFilters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import type { Cell, IncidentResult, IncidentSummary } from '../../src/query/incidentResult.ts'
import { ask, expectNaiveAnswer, type Answered } from './compareAnswers.ts'
import { indexAll } from './indexAll.ts'
import { largeTable, toColumns, toTexts } from './plainIncident.ts'

const rows = largeTable(120, 5)
const query: IncidentQuery = {
  filters: {
    ...noFilters,
    type: { include: [], exclude: ['riots'] },
    fatalities: { min: 0, max: null },
    text: '-"strike camp"',
  },
  facets: facetIds,
  map: { bounds: { west: -180, south: -90, east: 180, north: 90 }, zoom: 4, mode: 'cells' },
  bins: { unit: 'week', span: { from: 20_010, to: 20_040 } },
  list: { order: 'newest', offset: 3, limit: 20, within: null },
  open: rows[60]?.id ?? '',
}

type Corruption = (result: IncidentResult) => void

/** @throws where the answer lacks what a corruption changes: it would prove nothing */
function present<T>(of: T | null | undefined): T {
  if (of === null || of === undefined) throw new Error('the answer has nothing here to corrupt')
  return of
}

const histogram = ({ histogram: of }: IncidentResult) => present(of)
const bump = (counts: Uint32Array | Int32Array) => void (counts[0] = present(counts[0]) + 1)
const single = ({ cells }: IncidentResult): Cell => present(cells?.find(({ count }) => count === 1))
const several = ({ cells }: IncidentResult): Cell => present(cells?.find(({ count }) => count > 1))
const listed = ({ list }: IncidentResult): IncidentSummary => present(list.rows[2])
const opened = ({ open }: IncidentResult) => present(open)
const summary = (result: IncidentResult): IncidentSummary => present(opened(result).summary)

/** For each part of an answer, ways to make it wrong. Does not compile where a part is missing. */
const corruptions: Readonly<Record<keyof IncidentResult, readonly Corruption[]>> = {
  total: [(result) => void (result.total += 1)],
  exactness: [(result) => void (result.exactness = { kind: 'sampled', share: 0.5, margin: 3 })],
  of: [(result) => void (result.of -= 1)],
  histogram: [
    (result) => void (result.histogram = null),
    (result) => void (histogram(result).unit = 'day'),
    (result) => bump(histogram(result).starts),
    (result) => void (histogram(result).end += 1),
    (result) => bump(histogram(result).certain),
    (result) => bump(histogram(result).uncertain),
    (result) => void (histogram(result).before += 1),
    (result) => void (histogram(result).after -= 1),
  ],
  facets: [
    (result) => bump(present(result.facets.type)),
    (result) => bump(present(result.facets.subtype)),
    (result) => bump(present(result.facets.actor)),
    (result) => bump(present(result.facets.publisher)),
    (result) => bump(present(result.facets.weapon)),
    (result) => bump(present(result.facets.country)),
    (result) => void delete result.facets.tag,
    (result) => bump(present(result.facets.place)),
    (result) => bump(present(result.facets.status)),
    (result) => bump(present(result.facets.precision)),
    (result) => bump(present(result.facets.tag)),
  ],
  relaxed: [
    (result) => void (result.relaxed.type -= 1),
    (result) => void (result.relaxed.days += 1),
    (result) => void (result.relaxed.text += 1),
    (result) => void (result.relaxed.area += 1),
  ],
  unnumbered: [(result) => void (result.unnumbered -= 1)],
  textMatches: [(result) => void (result.textMatches += 1)],
  cells: [
    (result) => void (result.cells = null),
    (result) => void present(result.cells).pop(),
    (result) => void present(result.cells).push(several(result)),
    (result) => void (single(result).key = several(result).key),
    (result) =>
      void (several(result).position = [several(result).position[0] + 0.001, several(result).position[1]]),
    (result) =>
      void (several(result).position = [several(result).position[0], several(result).position[1] - 0.001]),
    (result) => void (several(result).count += 1),
    (result) => void (several(result).radius += 0.01),
    (result) => void (several(result).byType = several(result).byType.map((count) => count + 1)),
    (result) => void (several(result).imprecise += 1),
    (result) => void (several(result).bounds.west -= 0.01),
    (result) => void (several(result).bounds.south -= 0.01),
    (result) => void (several(result).bounds.east += 0.01),
    (result) => void (several(result).bounds.north += 0.01),
    (result) => void (single(result).incident = undefined),
    (result) => void (present(single(result).incident).id = 'i9999'),
    (result) => void (present(single(result).incident).precision = 'country'),
    (result) => void (several(result).incident = single(result).incident),
    (result) => void (single(result).place = undefined),
    (result) => void (single(result).place = present(single(result).place) + 1),
  ],
  drawnIn: [
    (result) => void (result.drawnIn.open = result.drawnIn.open === null ? 0 : null),
    (result) => void (result.drawnIn.rows[0] = result.drawnIn.rows[0] === null ? 0 : null),
    (result) => void (result.drawnIn.rows = result.drawnIn.rows.toReversed()),
    (result) => void result.drawnIn.rows.pop(),
  ],
  extent: [
    (result) => void (result.extent = null),
    (result) => void (present(result.extent).west -= 0.01),
    (result) => void (present(result.extent).south -= 0.01),
    (result) => void (present(result.extent).east += 0.01),
    (result) => void (present(result.extent).north += 0.01),
  ],
  undrawn: [
    (result) => void result.undrawn.pop(),
    (result) => void (result.undrawn = result.undrawn.toReversed()),
    (result) => void (present(result.undrawn[0]).count += 1),
    (result) => void (present(result.undrawn[0]).country = 99),
    (result) => void (present(result.undrawn.find(({ why }) => why === 'no-position')).why = 'country-only'),
  ],
  list: [
    (result) => void (result.list.total += 1),
    (result) => void (result.list.offset += 1),
    (result) => void result.list.rows.pop(),
    (result) => void (result.list.rows = result.list.rows.toReversed()),
    (result) => void (listed(result).title = {}),
    (result) => void (listed(result).start -= 1),
    (result) => void (listed(result).end += 1),
    (result) => void (listed(result).place += 1),
    (result) => void (listed(result).position = [0, 0]),
    (result) => void (listed(result).deaths.min = 77),
    (result) => void (listed(result).deaths.standing = 'contested'),
    (result) => void (listed(result).sources += 1),
  ],
  open: [
    (result) => void (result.open = null),
    (result) => void opened(result).fails.push('area'),
    (result) => void (opened(result).earlier = null),
    (result) => void (opened(result).later = present(opened(result).earlier)),
    (result) => void (opened(result).summary = undefined),
    (result) => void (summary(result).id = 'i9999'),
    (result) => void (summary(result).end += 1),
  ],
  textPending: [(result) => void (result.textPending = true)],
}

/** Whether the comparison finds the answer wrong. @throws whatever it throws but a failed assertion */
function isFoundWrong(answered: Answered): boolean {
  try {
    expectNaiveAnswer(rows, query, answered)
    return false
  } catch (error) {
    if (error instanceof Error && error.name === 'AssertionError') return true
    throw error
  }
}

function answerOfEngine(): Answered {
  const engine = createEngine(toColumns(rows))
  indexAll(engine, toTexts(rows))
  return ask(engine, query, rows.length)
}

describe('the comparison with the oracle', () => {
  let asked: Answered | undefined
  // Within the first test that asks: what throws before the tests begin is no failure of a test.
  const answered = () => (asked ??= answerOfEngine())

  it('accepts the answer as it is', () => {
    expect(isFoundWrong(answered())).toBe(false)
  })

  const cases = Object.entries(corruptions).flatMap(([part, ways]) =>
    ways.map((corrupt, at) => ({ part, at: at + 1, corrupt })),
  )
  it.each(cases)('notices a wrong answer: $part, $at', ({ corrupt }) => {
    const result = structuredClone(answered().result)
    corrupt(result)
    expect(isFoundWrong({ ...answered(), result })).toBe(true)
  })

  it('notices a row that is drawn in another cell', () => {
    const [a, b] = [...answered().cellOf].filter(([, at]) => at !== null)
    const [idA, atA] = present(a)
    const atB = present([...answered().cellOf.values()].find((at) => at !== null && at !== atA))
    expect(b).toBeDefined()
    const cellOf = new Map(answered().cellOf).set(idA, atB)
    expect(isFoundWrong({ ...answered(), cellOf })).toBe(true)
  })
})
