import { useRef, useState } from 'react'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { ImportChoices } from '../query/importReport.ts'
import type { SourceError } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AddressesLink } from './AddressesLink.tsx'
import { KeptList } from './KeptList.tsx'
import { pastedFile } from './pastedFile.ts'

/**
 * The ways in: a file picker, a box to paste into, and files that were kept.
 * @param failure why the files given before could not be read
 */
export function ChooseFiles({
  failure,
  onFiles,
}: {
  failure: SourceError | null
  onFiles: (files: readonly File[], choices?: ImportChoices) => void
}) {
  const words = useImportingTexts()
  return (
    <div className="choose-files">
      {failure && (
        <Notice kind="bad" title={words.failedTitle}>
          <p>{navigator.onLine ? words.failedText : words.failedOffline}</p>
          <p dir="ltr">
            <code translate="no">{failure.message}</code>
          </p>
        </Notice>
      )}
      <p className="choose-files__promise">{words.promise}</p>
      <FilePicker text={words.choose} kind="primary" onFiles={onFiles} />
      <p>{words.otherWays}</p>
      <p className="choose-files__formats">{words.formats}</p>
      <KeptList onOpen={({ files, choices }) => onFiles(files, choices)} />
      <PasteBox onFiles={onFiles} />
      <AddressesLink />
    </div>
  )
}

/** A button that opens the picker of the browser. */
export function FilePicker({
  text,
  kind = 'plain',
  onFiles,
}: {
  text: string
  kind?: 'plain' | 'primary'
  onFiles: (files: readonly File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // The same file can be chosen again.
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <Button kind={kind} className="choose-files__pick" onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  )
}

function PasteBox({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useImportingTexts()
  const [text, setText] = useState('')
  return (
    <details className="choose-files__paste">
      <summary>{words.paste}</summary>
      <div className="choose-files__box">
        <label>
          <span>{words.pasteHint}</span>
          <textarea
            rows={6}
            dir="auto"
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <Button disabled={text.trim() === ''} onClick={() => onFiles([pastedFile(text)])}>
          {words.readPasted}
        </Button>
      </div>
    </details>
  )
}
