import { useRepublishing } from '../answers/republished.ts'
import { useIsSearching } from '../answers/useIsSearching.ts'
import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useExport, type ExportState } from './useExport.ts'
import './ExportDialog.css'

/** Saves a file with exactly the incidents that pass the filters. An export goes on while the dialog is closed. */
export function ExportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { app, common, problems } = useMessages()
  const { found } = useRepublishing()
  const total = useResult(({ result }) => result?.total ?? 0)
  // A file of what a search has found so far would lack what it finds later.
  const isSearching = useIsSearching()
  const { state, save, cancel } = useExport()
  if (!isOpen) return null
  const close = () => {
    if (state.kind === 'failed') cancel()
    onClose()
  }
  const isBusy = state.kind === 'writing' || isSearching
  return (
    <Dialog title={app.exportTitle} onClose={close}>
      <p>{isSearching ? common.foundSoFar(total) : app.exportText(common.incidents(total))}</p>
      <div className="export-dialog__formats">
        <Button disabled={isBusy} onClick={() => save('csv')}>
          {app.exportCsv}
        </Button>
        <Button disabled={isBusy} onClick={() => save('geojson')}>
          {app.exportGeojson}
        </Button>
      </div>
      <p role="status">{state.kind === 'writing' && app.exporting}</p>
      {state.kind === 'writing' && state.isLong && <WritingProgress state={state} onCancel={cancel} />}
      {state.kind === 'failed' && (
        <Notice kind="bad" title={app.exportFailed}>
          {found ? problems.newerTitle : state.code === 'timeout' && problems.cause.timeout}
        </Notice>
      )}
    </Dialog>
  )
}

function WritingProgress({
  state: { done, total },
  onCancel,
}: {
  state: Extract<ExportState, { kind: 'writing' }>
  onCancel: () => void
}) {
  const { app, common } = useMessages()
  return (
    <div className="export-dialog__progress">
      <progress aria-label={app.exporting} max={total} value={total && done} />
      {total !== undefined && <p>{common.nOfIncidents(done, total)}</p>}
      <Button onClick={onCancel}>{common.cancel}</Button>
    </div>
  )
}
