import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { openDataset } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { useAsk } from './ownFiles.ts'

/** Told where a link names files of the user that are not here: they never are in a link. */
export function MissingFiles() {
  const words = useImportingTexts()
  const act = useAct()
  const ask = useAsk()
  return (
    <Notice
      kind="warn"
      title={words.missingTitle}
      actions={
        <>
          <Button kind="primary" onClick={() => ask({ kind: 'begin' })}>
            {words.title}
          </Button>
          <Button onClick={() => act(openDataset(null))}>{words.backToPublishedLong}</Button>
        </>
      }
    >
      {words.missingText}
    </Notice>
  )
}
