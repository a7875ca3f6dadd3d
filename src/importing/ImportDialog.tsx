import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { Dialog } from '../ui/Dialog.tsx'
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
  if (report) return <ReportView session={session} report={report} />
  if (work) return <ReadingProgress progress={work.progress} onCancel={session.cancel} />
  return <ChooseFiles failure={failure} onFiles={(files, choices) => session.give(files, choices)} />
}

/** The session of this dialog. Files that are dropped or pasted while it is open join those that it has. */
function useSession(): ImportSession {
  const { store, importFiles } = useOwnFiles()
  const [session] = useState(() => {
    const { open } = store.getState()
    return createImportSession(
      importFiles,
      open && { files: open.given, choices: open.choices, report: open.report, of: open.ref.files },
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
