import { useState } from 'react'
import { useRepublishing } from '../answers/republished.ts'
import { useIsSearching } from '../answers/useIsSearching.ts'
import { useDataset, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import type { ExportFormat } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useView } from '../view/useView.ts'
import { saveFile } from './saveFile.ts'
import './ExportMenu.css'

const fileNames: Readonly<Record<ExportFormat, string>> = {
  csv: 'incidents.csv',
  geojson: 'incidents.geojson',
}

/** Saves exactly the incidents that pass the filters. */
export function ExportMenu() {
  const { app } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {app.export}
      </Button>
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportDialog({ onClose }: { onClose: () => void }) {
  const { app, common, problems } = useMessages()
  const { source } = useDataset()
  const { found, check } = useRepublishing()
  const filters = useView((view) => view.filters)
  const total = useResult(({ result }) => result?.total ?? 0)
  // What a search finds only later would be missing from the file.
  const isSearching = useIsSearching()
  const [state, setState] = useState<'ready' | 'writing' | 'failed'>('ready')
  const isBusy = state === 'writing' || isSearching
  const save = async (format: ExportFormat) => {
    setState('writing')
    try {
      saveFile(await source.exportFile(filters, format), fileNames[format])
      setState('ready')
    } catch (reason) {
      await check(reason)
      setState('failed')
    }
  }
  return (
    <Dialog title={app.exportTitle} onClose={onClose}>
      <p>{isSearching ? common.foundSoFar(total) : app.exportText(common.incidents(total))}</p>
      <div className="export-menu__formats">
        <Button disabled={isBusy} onClick={() => void save('csv')}>
          {app.exportCsv}
        </Button>
        <Button disabled={isBusy} onClick={() => void save('geojson')}>
          {app.exportGeojson}
        </Button>
      </div>
      <p role="status">{state === 'writing' && app.exporting}</p>
      {state === 'failed' && (
        <Notice kind="bad" title={app.exportFailed}>
          {found && problems.newerTitle}
        </Notice>
      )}
    </Dialog>
  )
}
