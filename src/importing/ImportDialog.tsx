import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { ImportReport } from '../query/importReport.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { ChooseFiles } from './ChooseFiles.tsx'
import { createImportSession, type ImportSession } from './importSession.ts'
import { useAsk, useOwnFiles } from './ownFiles.ts'
import { ReadingProgress } from './ReadingProgress.tsx'
import { ReportView } from './ReportView.tsx'
import './ImportDialog.css'

/** Choosing files, and the report of what they hold. */
export function ImportDialog() {
  const words = useImportingTexts()
  const ask = useAsk()
  const session = useSession()
  const hasReport = useStore(session.store, ({ report }) => report !== null)
  return (
    <Dialog title={hasReport ? words.report : words.title} isWide={hasReport} onClose={() => ask(null)}>
      <Stage session={session} />
    </Dialog>
  )
}

function Stage({ session }: { session: ImportSession }) {
  const { report, work, failure } = useStore(session.store)
  const spoken = useSpoken(report, work !== null)
  const ref = useFocusOfStage(report ? 'report' : work ? 'reading' : 'choosing')
  return (
    <div ref={ref} tabIndex={-1} className="import-stage">
      <VisuallyHidden>
        <span role="status">{spoken}</span>
      </VisuallyHidden>
      {report ? (
        <ReportView session={session} report={report} />
      ) : work ? (
        <ReadingProgress progress={work.progress} onCancel={session.cancel} />
      ) : (
        <ChooseFiles failure={failure} onFiles={(files, choices) => session.give(files, choices)} />
      )}
    </div>
  )
}

/** What a screen reader says of the work: that it has begun, and what came of it. */
function useSpoken(report: ImportReport | null, isWorking: boolean): string {
  const words = useImportingTexts()
  if (isWorking) return words.reading
  if (!report) return ''
  const records = report.files
    .flatMap(({ tables }) => tables)
    .reduce((sum, { counts }) => sum + counts.records, 0)
  return `${words.report} · ${words.incidentsOf(report.incidents, records)}`
}

/** Of the element that takes the focus where the stage that had it is gone. */
function useFocusOfStage(stage: 'choosing' | 'reading' | 'report') {
  const ref = useRef<HTMLDivElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    if (before.current === stage) return
    before.current = stage
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body || activeElement.localName === 'dialog')
      ref.current?.focus({ preventScroll: true })
  }, [stage])
  return ref
}

/** The session of this dialog. Files that are dropped or pasted while it is open join those that it has. */
function useSession(): ImportSession {
  const { store, importFiles } = useOwnFiles()
  const [session] = useState(() => {
    const { open } = store.getState()
    return createImportSession(
      importFiles,
      open && {
        files: open.given,
        choices: open.choices,
        report: open.report,
        of: open.ref.files,
        isBeside: open.ref.besideManifest !== null,
      },
    )
  })
  const asked = useStore(store, (state) => state.asked)
  const seen = useRef<typeof asked>(null)
  useEffect(() => {
    if (asked?.kind !== 'files' || seen.current === asked) return
    seen.current = asked
    const { files, choices } = session.store.getState()
    session.give([...files, ...asked.files], { ...choices, ...asked.choices })
  }, [asked, session])
  useEffect(() => () => session.leave(store.getState().open?.ref.files), [session, store])
  return session
}
