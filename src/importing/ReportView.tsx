import { useStore } from 'zustand'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { ImportReport } from '../query/importReport.ts'
import { AddressesLink } from './AddressesLink.tsx'
import { FileReportView } from './FileReportView.tsx'
import { KeepFiles } from './KeepFiles.tsx'
import type { ImportSession } from './importSession.ts'
import { useOpenFiles } from './ownFiles.ts'
import { Radios } from './Radios.tsx'
import { keyed } from './keyed.ts'
import { ReadingProgress } from './ReadingProgress.tsx'
import { ReportFoot } from './ReportFoot.tsx'
import './ReportView.css'

/** What was found in the files: file by file, table by table, with all that can be corrected. */
export function ReportView({ session, report }: { session: ImportSession; report: ImportReport }) {
  const work = useStore(session.store, (state) => state.work)
  const failure = useStore(session.store, (state) => state.failure)
  const words = useImportingTexts()
  const open = useOpenFiles()
  return (
    <div className="report">
      <p className="report__promise">{words.promise}</p>
      <AddOrReplace session={session} />
      <div className="report__files" aria-busy={work !== null}>
        {keyed(report.files, ({ name }) => name).map(([key, file]) => (
          <FileReportView key={key} file={file} session={session} />
        ))}
      </div>
      {work && <ReadingProgress progress={work.progress} onCancel={session.cancel} />}
      {failure && <p role="alert">{words.failedTitle}</p>}
      {open && <AddressesLink />}
      {open && open.report === report && <KeepFiles open={open} className="report__keep" />}
      <ReportFoot session={session} report={report} isBusy={work !== null} />
    </div>
  )
}

/** Asks whether new files join those that are open; nothing where none are, or none are new. */
function AddOrReplace({ session }: { session: ImportSession }) {
  const words = useImportingTexts()
  const open = useOpenFiles()
  const { files, choices } = useStore(session.store)
  const before = open?.given ?? []
  const added = files.filter((file) => !before.includes(file))
  if (before.length === 0 || added.length === 0) return null
  return (
    <Radios
      legend={words.addTitle}
      value={before.every((file) => files.includes(file)) ? 'add' : 'replace'}
      options={[
        { value: 'add', text: words.addFiles },
        { value: 'replace', text: words.replaceFiles },
      ]}
      onChange={(chosen) => session.give(chosen === 'add' ? [...before, ...added] : added, choices)}
    />
  )
}
