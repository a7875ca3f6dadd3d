import type { Abortable, IncidentSource } from './incidentSource.ts'
import type { ImportChoices, ImportProgress, ImportReport, RejectionCode } from './importReport.ts'

/**
 * Files of the user, read in a worker of their own: they are read once, reported as often as choices change, and opened
 * as a data set. Nothing of them leaves the machine. Every method that returns a promise rejects with a SourceError, or
 * with the signal's reason once the signal is aborted.
 */
export interface FileImport {
  /**
   * Reads the files, unless they have been read, and says what they hold when read by the choices. One call at a time.
   * Aborting ends the work within half a second; a later call begins anew.
   */
  report(
    choices: ImportChoices,
    options?: Abortable & { onProgress?: ((progress: ImportProgress) => void) | undefined },
  ): Promise<ImportReport>
  /**
   * The rejected rows of a table of the last report, as CSV with the reason of each.
   * @param table `TableReport.key`
   * @param reasons texts of the reasons
   */
  rejectedRows(
    table: string,
    reasons: Readonly<Record<RejectionCode, string>>,
    options?: Abortable,
  ): Promise<Blob>
  /**
   * A source over what was reported last. Closing it leaves the files open.
   * @param besideManifest URL of the manifest of a published data set whose incidents are shown together with those of
   *   the files; null for the files alone
   */
  open(besideManifest: string | null): IncidentSource
  /** Frees everything, the open source too. */
  close(): void
}
