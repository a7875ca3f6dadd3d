import type { Day } from '../../incidents/day.ts'
import { interpretFiles, readFiles, type ImportedDataset } from '../../ingest/importFiles.ts'
import type { ImportChoices, ImportProgress, ImportReport, RejectionCode } from '../../query/importReport.ts'
import { SourceError, type Progress } from '../../query/incidentSource.ts'
import type { EmbeddedDataset } from '../embedded/embeddedDataset.ts'
import { laterCode } from '../laterCode.ts'
import { blobOfLines } from './blobOfLines.ts'
import { bytesOf } from './bytesOf.ts'
import { placeKnowledge } from './placeKnowledge.ts'
import { readParquetInWorker } from './readParquetInWorker.ts'

/** Files of the user in the worker that holds them. */
export interface FilesInWorker {
  /** Rejects with the signal's reason once it is aborted. */
  report(
    choices: ImportChoices,
    signal: AbortSignal,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportReport>
  /** Rejects with a SourceError where there is no report, with a RangeError where it has no such table. */
  rejectedRows(table: string, reasons: Readonly<Record<RejectionCode, string>>): Promise<Blob>
  /**
   * What was reported last, as a data set. Rejects with a SourceError where there is no report.
   * @param besideManifest as in `FileImport.open`
   */
  open(besideManifest: string | null, onProgress: (progress: Progress) => void): Promise<EmbeddedDataset>
}

/**
 * Reads the files, so that they can be reported by any choices. Rejects with the signal's reason once it is aborted.
 * @param gazetteerUrl absolute URL of places.tsv.gz
 */
export async function readFilesInWorker(
  files: readonly File[],
  gazetteerUrl: string,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<FilesInWorker> {
  const places = placeKnowledge(gazetteerUrl)
  const given = await bytesOf(files, signal)
  const read = [
    ...(await readFiles(given.files, { signal, onProgress, readParquet: readParquetInWorker })),
    ...given.faulty,
  ]
  let imported: ImportedDataset | undefined
  let versions = 0
  const present = () => {
    if (!imported) throw new SourceError('internal', 'asked before the files were reported')
    return imported
  }
  return {
    async report(choices, until, tell) {
      imported = await interpretFiles(read, choices, {
        ...(await places),
        signal: until,
        onProgress: tell,
        today: today(),
      })
      versions += 1
      return imported.report
    },
    rejectedRows: async (table, reasons) =>
      blobOfLines(
        present().rejectedRows(table, (code) => reasons[code]),
        'text/csv;charset=utf-8',
      ),
    async open(besideManifest, tell) {
      const version = `files ${versions}`
      const { openImported } = await laterCode(() => import('./openImported.ts'))
      return openImported(present(), version, besideManifest, tell)
    },
  }
}

const MILLISECONDS_A_DAY = 86_400_000

/** The day of the viewer's clock, in UTC: only dates beyond it are doubtful, and none is changed. */
function today(): Day {
  return Math.floor(Date.now() / MILLISECONDS_A_DAY)
}
