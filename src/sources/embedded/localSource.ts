import { createEngine } from '../../engine/engine.ts'
import type { DatasetTable, IncidentTexts } from '../../incidents/columns.ts'
import type { Incident } from '../../incidents/incident.ts'
import { SourceError, type IncidentSource } from '../../query/incidentSource.ts'
import { createDatasetAnswers } from './datasetAnswers.ts'
import { errorOf, failureOf } from './failure.ts'
import { inSlices } from './inSlices.ts'
import { createTextsSignal } from './textsSignal.ts'

export interface LocalDataset extends DatasetTable {
  /** They may come later than the columns, and may fail to. */
  texts: IncidentTexts | Promise<IncidentTexts>
  /** In row order. */
  records: readonly Incident[]
}

/** The contract of a source on this thread: for tests, and wherever a worker is not worth its while. */
export function createLocalSource({ about, columns, texts, records }: LocalDataset): IncidentSource {
  const engine = createEngine(columns)
  const answers = createDatasetAnswers(engine, about, columns.dictionaries, async (row) => {
    const record = records[row]
    if (!record) throw new SourceError('malformed', `no record for row ${row}`)
    return record
  })
  const textsSignal = createTextsSignal()
  let closed = false

  const attempt = async <T>(answer: () => T | Promise<T>): Promise<T> => {
    if (closed) throw new SourceError('lost', 'closed')
    try {
      return await answer()
    } catch (reason) {
      throw errorOf(failureOf(reason))
    }
  }
  const addTexts = async () => {
    const added = await texts
    await inSlices(engine.addTexts(added), (done) =>
      textsSignal.tell({ stage: 'index', done, total: added.rows }),
    )
  }
  attempt(addTexts).then(
    () => textsSignal.tell('ready'),
    (reason: SourceError) => textsSignal.tell(reason),
  )

  return {
    async describe({ signal } = {}) {
      signal?.throwIfAborted()
      return attempt(answers.describe)
    },
    query: (query) => attempt(() => answers.query(query)),
    incident: (id) => attempt(() => answers.incident(id)),
    exportFile: (filters, format) => attempt(() => answers.exportFile(filters, format)),
    onTexts: textsSignal.listen,
    // Nothing is lost but what is given back.
    onLost: () => () => {},
    close() {
      closed = true
    },
  }
}
