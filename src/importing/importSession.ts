import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FileImport } from '../query/fileImport.ts'
import { asSourceError, type SourceError } from '../query/incidentSource.ts'
import type { ImportChoices, ImportProgress, ImportReport, TableChoices } from '../query/importReport.ts'
import { rememberedMapping } from './rememberedMappings.ts'

/** How far the files of the dialog have come. */
export interface SessionState {
  files: readonly File[]
  /** Those that `report` was made by. */
  choices: ImportChoices
  /** Those of the report that is being made, or else of `report`. */
  wanted: ImportChoices
  /** The last report; it stays while another is made. */
  report: ImportReport | null
  /** What is being done. `progress` is null until the first of it. */
  work: { progress: ImportProgress | null } | null
  failure: SourceError | null
  /** Whether the incidents are to be shown beside the published ones. */
  isBeside: boolean
}

/** Files from when they are given until they are shown or dropped. */
export interface ImportSession {
  store: StoreApi<SessionState>
  /** Reads these files, in place of those before. */
  give(files: readonly File[], choices?: ImportChoices): void
  /** Reads one table in another way. */
  change(key: string, choices: TableChoices): void
  /** Ends the work; without a report, the files are given up. */
  cancel(): void
  /** The import that the report is of. */
  present(): FileImport | undefined
  /** Ends the work, and closes the import unless it is this one. */
  leave(shown: FileImport | undefined): void
}

const nothing: Omit<SessionState, 'isBeside'> = {
  files: [],
  choices: {},
  wanted: {},
  report: null,
  work: null,
  failure: null,
}

/** @param begun files that are open already, whose report is shown at first */
export function createImportSession(
  importFiles: (files: readonly File[]) => Promise<FileImport>,
  begun: {
    files: readonly File[]
    choices: ImportChoices
    report: ImportReport
    of: FileImport
    isBeside: boolean
  } | null,
): ImportSession {
  const store = createStore<SessionState>(() => ({
    ...nothing,
    ...(begun && shownOf(begun)),
    isBeside: begun?.isBeside ?? false,
  }))
  /** Never closed here. */
  const kept = begun?.of
  let present = kept
  let abort = new AbortController()

  const drop = () => {
    abort.abort()
    if (present !== kept) present?.close()
    present = undefined
  }
  /** Files that could not be read are given up: given again, they are not doubled. */
  const fail = (reason: unknown) => {
    const { report: last, files } = store.getState()
    store.setState({ work: null, failure: asSourceError(reason), files: last ? files : (begun?.files ?? []) })
  }
  const report = async (choices: ImportChoices) => {
    abort.abort()
    abort = new AbortController()
    const { signal } = abort
    const asked = present
    if (!asked) return
    store.setState({ wanted: choices, work: { progress: null }, failure: null })
    try {
      const found = await asked.report(choices, {
        signal,
        onProgress: (progress) => !signal.aborted && store.setState({ work: { progress } }),
      })
      if (signal.aborted) return
      const remembered = rememberedIn(found, choices)
      if (remembered) await report(remembered)
      else store.setState({ choices, report: found, work: null })
    } catch (reason) {
      if (!signal.aborted) fail(reason)
    }
  }
  return {
    store,
    present: () => present,
    give(files, choices = {}) {
      drop()
      abort = new AbortController()
      const { signal } = abort
      store.setState({ ...nothing, files, work: { progress: null } })
      importFiles(files).then(
        (made) => {
          if (signal.aborted) return made.close()
          present = made
          return report(choices)
        },
        (reason: unknown) => {
          if (!signal.aborted) fail(reason)
        },
      )
    },
    change(key, choices) {
      void report({ ...store.getState().wanted, [key]: choices })
    },
    cancel() {
      abort.abort()
      const { report: last, choices } = store.getState()
      if (last) store.setState({ work: null, wanted: choices })
      else {
        drop()
        store.setState(nothing)
      }
    },
    leave(shown) {
      abort.abort()
      if (present !== shown && present !== kept) present?.close()
      present = undefined
    },
  }
}

function shownOf({ files, choices, report }: Pick<SessionState, 'files' | 'choices' | 'report'>) {
  return { files, choices, wanted: choices, report }
}

/** The choices with the remembered mappings of tables for which nothing was chosen; undefined where there are none. */
function rememberedIn(report: ImportReport, choices: ImportChoices): ImportChoices | undefined {
  const found = report.files
    .flatMap(({ tables }) => tables)
    .flatMap(({ key, profile, headerKey, columns }) => {
      const fields =
        profile === 'mapping' && !Object.hasOwn(choices, key) ? rememberedMapping(headerKey) : undefined
      return fields && fields.length === columns.length ? [[key, { fields }] as const] : []
    })
  return found.length > 0 ? { ...choices, ...Object.fromEntries(found) } : undefined
}
