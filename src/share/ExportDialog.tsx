import { useId, useState } from 'react'
import { useRepublishing } from '../answers/republished.ts'
import { useIsSearching } from '../answers/useIsSearching.ts'
import { useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useExportTexts } from '../i18n/useExportTexts.ts'
import { exportFormats, type SourceErrorCode } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useExport, type ExportState, type NoteChoice } from './useExport.ts'
import './ExportDialog.css'

/** What the user can do something about, or wait for. */
const toldCauses: readonly SourceErrorCode[] = ['timeout', 'unreachable', 'busy', 'excessive', 'incomplete']

/** Saves a file with exactly the incidents that pass the filters. An export goes on while the dialog is closed. */
export function ExportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { common, problems } = useMessages()
  const words = useExportTexts()
  const [notes, setNotes] = useState<NoteChoice>('none')
  const { found } = useRepublishing()
  const total = useResult(({ result }) => result?.total ?? 0)
  // A file of what a search has found so far would lack what it finds later.
  const isSearching = useIsSearching()
  const { state, save, cancel } = useExport()
  const told = useTold()
  if (!isOpen) return null
  const close = () => {
    if (state.kind === 'failed') cancel()
    onClose()
  }
  const isBusy = state.kind === 'writing' || isSearching
  return (
    <Dialog title={words.title} onClose={close}>
      <p>
        {told((tell) =>
          isSearching ? common.foundSoFar(tell(total)) : words.text(common.incidents(tell(total))),
        )}
      </p>
      <NotesChoice value={notes} onChange={setNotes} />
      <div className="export-dialog__formats">
        {exportFormats.map((format) => (
          <Button key={format} disabled={isBusy} onClick={() => save(format, notes)}>
            {words.formats[format]}
          </Button>
        ))}
      </div>
      <p role="status">{state.kind === 'writing' && words.writing}</p>
      {state.kind === 'writing' && state.isLong && <WritingProgress state={state} onCancel={cancel} />}
      {state.kind === 'failed' && (
        <Notice kind="bad" title={words.failed}>
          {found ? problems.newerTitle : toldCauses.includes(state.code) && problems.cause[state.code]}
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
  const { common } = useMessages()
  const words = useExportTexts()
  return (
    <div className="export-dialog__progress">
      {/* How many records the bytes of a server hold is not known in every format: it is 0 until the last. */}
      <progress aria-label={words.writing} max={total} value={(total && done) || undefined} />
      {total !== undefined && done > 0 && <p>{common.nOfIncidents(done, total)}</p>}
      <Button onClick={onCancel}>{common.cancel}</Button>
    </div>
  )
}

const noteChoices: readonly NoteChoice[] = ['none', 'lines', 'file']

function NotesChoice({ value, onChange }: { value: NoteChoice; onChange: (value: NoteChoice) => void }) {
  const words = useExportTexts()
  const name = useId()
  return (
    <fieldset className="export-dialog__notes">
      <legend>{words.notes}</legend>
      {noteChoices.map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} checked={choice === value} onChange={() => onChange(choice)} />
          <span>{words.noteChoices[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}
