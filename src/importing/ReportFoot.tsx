import { useStore } from 'zustand'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { ImportReport } from '../query/importReport.ts'
import { Button } from '../ui/Button.tsx'
import { useViewStore } from '../view/useView.ts'
import { OWN_FILES } from '../view/view.ts'
import { FilePicker } from './ChooseFiles.tsx'
import type { ImportSession } from './importSession.ts'
import { useOpenFiles, useOwnFiles } from './ownFiles.ts'
import { Radios } from './Radios.tsx'
import { useShowing } from './useShowing.ts'

/** What can be done with what was found: show it, alone or beside the published incidents, or add more files. */
export function ReportFoot({
  session,
  report,
  isBusy,
}: {
  session: ImportSession
  report: ImportReport
  isBusy: boolean
}) {
  const words = useImportingTexts()
  const open = useOpenFiles()
  const manifest = usePublishedManifest()
  const { show, closeFiles } = useShowing(session)
  const isBeside = useStore(session.store, (state) => state.isBeside)
  const add = (files: readonly File[]) => {
    const { files: present, choices } = session.store.getState()
    session.give([...present, ...files], choices)
  }
  return (
    <>
      {manifest !== null && (
        <Radios
          legend={words.showWith}
          value={isBeside ? 'beside' : 'alone'}
          options={[
            { value: 'alone', text: words.alone },
            { value: 'beside', text: words.beside },
          ]}
          onChange={(chosen) => session.store.setState({ isBeside: chosen === 'beside' })}
        />
      )}
      <div className="report__foot">
        {report.incidents === 0 && <p role="status">{words.noneToShow}</p>}
        {open && <Button onClick={closeFiles}>{words.closeFiles}</Button>}
        <FilePicker text={words.moreFiles} onFiles={add} />
        <Button
          kind="primary"
          disabled={isBusy || report.incidents === 0}
          onClick={() => show(isBeside ? manifest : null)}
        >
          {words.show(report.incidents)}
        </Button>
      </div>
    </>
  )
}

/** URL of the manifest of the published data that the page shows, or showed before the files; null where there is none. */
function usePublishedManifest(): string | null {
  const { store, manifestOf } = useOwnFiles()
  const { view } = useViewStore().getState()
  const published = view.data === OWN_FILES ? store.getState().open?.before : view
  return manifestOf(published?.data ?? null)
}
