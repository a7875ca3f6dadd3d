import { codeFieldIds, type FacetId } from '../../incidents/fields.ts'
import type { FacetPage, FacetPageRequest } from '../../query/facetPage.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../query/incidentQuery.ts'
import type { Exactness, FirstPart, IncidentResult } from '../../query/incidentResult.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { LEAST_SAMPLED, marginOf } from '../../query/sampling.ts'
import type { Connection } from '../connection.ts'
import type { AnswerMemory } from './answerMemory.ts'
import type { DrawnCells } from './cells.ts'
import { conditionsOf, type Conditions } from './conditions.ts'
import type { BaseDictionaries } from './dictionary.ts'
import { readFacet } from './facetCounts.ts'
import { createFacetPages, readFacetPage, type FacetPages } from './facetPage.ts'
import { readFacts, type VersionFacts } from './facts.ts'
import { readHistogram } from './histogram.ts'
import { readOutline } from './outline.ts'
import { createGridMemory, readCells, type GridMemory } from './readCells.ts'
import type { Pace, Paces } from './sampleShare.ts'
import { countSampled, createScan, type Sample, type Scan } from './scan.ts'
import { readTally } from './tally.ts'
import type { TextConditions } from './textCondition.ts'
import type { BaseVersion } from './visible.ts'

/** All of an answer that is counted. */
export interface Counted {
  counts: FirstPart & Pick<IncidentResult, 'facets'>
  /** As in `DrawnCells`; null where the query asks for no map. */
  cellAt: DrawnCells['cellAt']
}

/** Counts the rows of one version of a base. */
export interface Counts {
  facts: VersionFacts
  conditionsOf(filters: Filters, options?: Abortable): Promise<Conditions>
  /** The rows that the filters read and pass. */
  scanOf(filters: Filters, options?: Abortable): Promise<Scan>
  /**
   * What a sample says, where counting all would take longer than about 100 ms.
   * @returns null where it is not worth it, or where too few rows of the sample pass
   */
  sample(query: IncidentQuery, options?: Abortable): Promise<FirstPart | null>
  exact(query: IncidentQuery, options?: Abortable): Promise<Counted>
  facetPage(request: FacetPageRequest, options?: Abortable): Promise<FacetPage>
}

/** What the rows of a version are counted with. */
interface CountMeans {
  indicesOf: BaseDictionaries['indicesOf']
  texts: TextConditions
  /** How fast the base answers: shared by all versions. */
  paces: Paces
  answers: AnswerMemory
}

export async function createCounts(
  connection: Connection,
  version: BaseVersion,
  means: CountMeans,
  options: Abortable = {},
): Promise<Counts> {
  const facts = await readFacts(connection, version, options)
  return new VersionCounts(connection, version, facts, means)
}

class VersionCounts implements Counts {
  readonly facts: VersionFacts
  readonly #version: BaseVersion
  readonly #means: CountMeans
  readonly #grids: GridMemory
  readonly #facetPages: FacetPages

  constructor(connection: Connection, version: BaseVersion, facts: VersionFacts, means: CountMeans) {
    this.facts = facts
    this.#version = version
    this.#means = means
    this.#grids = createGridMemory(connection, createScan(version, facts, noFilters, new Map()))
    this.#facetPages = createFacetPages({
      connection: means.answers.reader().connection,
      version,
      indicesOf: means.indicesOf,
      scanOf: (filters, each) => this.scanOf(filters, each),
    })
  }

  conditionsOf(filters: Filters, options: Abortable = {}): Promise<Conditions> {
    const { indicesOf, texts } = this.#means
    return conditionsOf(filters, {
      indicesOf: (kind, ids) => indicesOf(kind, ids, options),
      textCondition: (text) => texts.of(text, options),
      hasWeapons: this.facts.hasWeapons,
    })
  }

  scanOf(filters: Filters, options: Abortable = {}): Promise<Scan> {
    return this.#scanOf(filters, null, options)
  }

  async sample(query: IncidentQuery, options: Abortable = {}): Promise<FirstPart | null> {
    const pace = this.#paceOf(query.filters)
    const tier = pace.tier(this.facts.rows)
    if (tier === null) return null
    const { connection } = this.#means.answers.reader()
    const share = (await countSampled(connection, this.#version, tier, options)) / this.facts.rows
    if (share === 0 || share >= 1) return null
    const scan = await this.#scanOf(query.filters, { tier, share }, options)
    const { facets: _, ...counts } = (await this.#count({ ...query, facets: [] }, scan, pace, options)).counts
    return counts.total * share < LEAST_SAMPLED ? null : counts
  }

  async exact(query: IncidentQuery, options: Abortable = {}): Promise<Counted> {
    const pace = this.#paceOf(query.filters)
    const scan = await this.scanOf(query.filters, options)
    return this.#count(query, scan, pace, options)
  }

  facetPage(request: FacetPageRequest, options: Abortable = {}): Promise<FacetPage> {
    return readFacetPage(this.#facetPages, request, options)
  }

  #paceOf({ text }: Filters): Pace {
    const { paces, texts } = this.#means
    return texts.readsWords(text) ? paces.words : paces.numbers
  }

  async #scanOf(filters: Filters, sample: Sample | null, options: Abortable): Promise<Scan> {
    return createScan(this.#version, this.facts, filters, await this.conditionsOf(filters, options), sample)
  }

  /** Runs the queries of an answer at the same time. @param pace learns how long they take */
  async #count(query: IncidentQuery, scan: Scan, pace: Pace, options: Abortable): Promise<Counted> {
    const { map, bins } = query
    const { answers } = this.#means
    const { connection, isTimed } = answers.reader()
    const start = performance.now()
    const [tally, histogram, outline, drawn, facets] = await Promise.all([
      readTally(connection, scan, query.facets, options),
      bins && readHistogram(connection, scan, bins, options),
      readOutline(connection, scan, options),
      map && readCells(answers.reader().connection, this.#version, scan, this.#grids, map, options),
      this.#listFacets(connection, query.facets, scan, options),
    ])
    // Where all but the cells was remembered or asked by others before, the time says nothing of the next answer.
    if (isTimed()) pace.note(this.facts.rows * scan.share, performance.now() - start)
    const { facets: ofCodes, ...told } = tally
    return {
      counts: {
        ...told,
        of: this.facts.rows,
        exactness: exactnessOf(tally.total, scan),
        histogram,
        cells: drawn && drawn.cells,
        ...outline,
        facets: inOrder(query.facets, { ...ofCodes, ...facets }),
        textPending: false,
      },
      cellAt: drawn ? drawn.cellAt : () => null,
    }
  }

  /** Counts of the wanted facets whose values are not codes of one a row. */
  async #listFacets(
    connection: Connection,
    wanted: readonly FacetId[],
    scan: Scan,
    options: Abortable,
  ): Promise<IncidentResult['facets']> {
    const codes: readonly FacetId[] = codeFieldIds
    const facets = wanted.filter((facet) => !codes.includes(facet))
    const counts = await Promise.all(
      facets.map((facet) => readFacet(connection, scan, this.facts, facet, options)),
    )
    return Object.fromEntries(facets.map((facet, at) => [facet, counts[at]]))
  }
}

function exactnessOf(total: number, { isSample, share }: Scan): Exactness {
  return isSample ? { kind: 'sampled', share, margin: marginOf(total, share) } : { kind: 'exact' }
}

/** The facets that have counts, in the order in which they are wanted. */
function inOrder(wanted: readonly FacetId[], counts: IncidentResult['facets']): IncidentResult['facets'] {
  return Object.fromEntries(
    wanted.flatMap((facet) => (counts[facet] === undefined ? [] : [[facet, counts[facet]]])),
  )
}
