import { useState } from 'react'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useView } from '../view/useView.ts'
import { OWN_FILES } from '../view/view.ts'
import { useKept } from './KeptList.tsx'
import { useAsk, useOpenFiles } from './ownFiles.ts'
import './KeptOffer.css'

/** Offers the files that were kept on an earlier visit, until they are opened, removed or put off. */
export function KeptOffer() {
  const words = useImportingTexts()
  const { common } = useMessages()
  const { kept, remove } = useKept()
  const ask = useAsk()
  const open = useOpenFiles()
  const isElsewhere = useView(({ data, embed }) => data === OWN_FILES || embed)
  const [isClosed, setClosed] = useState(false)
  const [newest] = kept
  if (!newest || isClosed || open || isElsewhere) return null
  return (
    <div className="kept-offer">
      <Notice
        title={words.keptTitle}
        actions={
          <>
            <Button
              kind="primary"
              onClick={() => ask({ kind: 'files', files: newest.files, choices: newest.choices })}
            >
              {words.openKept}
            </Button>
            <Button onClick={() => remove(newest.key)}>{words.removeKept}</Button>
            <Button onClick={() => setClosed(true)}>{common.close}</Button>
          </>
        }
      >
        <bdi translate="no">{newest.files.map(({ name }) => name).join(', ')}</bdi>
      </Notice>
    </div>
  )
}
