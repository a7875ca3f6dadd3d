import { SourceError } from '../../query/incidentSource.ts'
import type { ImportReport } from '../../query/importReport.ts'
import type { OpeningQuestion } from '../embedded/messages.ts'
import { serveDataset, type Opening } from '../embedded/serveDataset.ts'
import { readFilesInWorker, type FilesInWorker } from './filesInWorker.ts'

/** Files that the user gave. */
let files: FilesInWorker | undefined
/** Ends the import that is under way. */
let importing = new AbortController()

serveDataset(async (question, opening) => {
  switch (question.kind) {
    case 'importFiles':
      return importFiles(question, opening)
    case 'endImport':
      importing.abort()
      return undefined
    case 'rejectedRows':
      return given().rejectedRows(question.table, question.reasons)
    case 'openFiles':
      return opening.hold(await given().open(question.besideManifest, opening.tell))
    case 'open':
      throw new SourceError('internal', 'a published data set is opened by a worker of its own')
  }
})

function given(): FilesInWorker {
  if (!files) throw new SourceError('internal', 'asked before files were given')
  return files
}

async function importFiles(
  { given: added, choices }: Extract<OpeningQuestion, { kind: 'importFiles' }>,
  { tell }: Opening,
): Promise<ImportReport> {
  importing = new AbortController()
  const { signal } = importing
  if (added) files = await readFilesInWorker(added.files, added.gazetteerUrl, signal, tell)
  return given().report(choices, signal, tell)
}
