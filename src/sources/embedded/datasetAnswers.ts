import type { Engine } from '../../engine/engine.ts'
import type { Dictionaries } from '../../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../../incidents/incident.ts'
import type { Filters, IncidentQuery } from '../../query/incidentQuery.ts'
import type { IncidentResult } from '../../query/incidentResult.ts'
import type { DatasetDescription, ExportFormat, IncidentDetails } from '../../query/incidentSource.ts'
import { detailsOf } from './details.ts'
import { exportFile } from './exportFile.ts'

/** What an open data set answers, on whichever thread. */
export interface DatasetAnswers {
  describe(): DatasetDescription
  query(query: IncidentQuery): IncidentResult
  incident(id: string): Promise<IncidentDetails | undefined>
  exportFile(filters: Filters, format: ExportFormat): Promise<Blob>
}

/** @param record the full record of a row; may throw a SourceError */
export function createDatasetAnswers(
  engine: Engine,
  about: DatasetAbout,
  dictionaries: Dictionaries,
  record: (row: number) => Promise<Incident>,
): DatasetAnswers {
  return {
    describe: () => engine.describe(about),
    query: (query) => engine.answer(query),
    async incident(id) {
      const row = engine.rowOf(id)
      return row === undefined ? undefined : detailsOf(engine, row, await record(row))
    },
    async exportFile(filters, format) {
      const incidents = []
      for (const row of engine.passing(filters)) incidents.push(await record(row))
      return exportFile(format, incidents, dictionaries, about)
    },
  }
}
